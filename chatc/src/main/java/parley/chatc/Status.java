package parley.chatc;

/** How a run ended, for the shell. The numbers are a contract with scripts. */
final class Status {

    static final int DONE = 0;
    /** An expectation failed, or there was no match. */
    static final int FAILED = 1;
    static final int USAGE = 2;
    /** The server cannot be reached, or is there no more: EX_UNAVAILABLE of sysexits.h. */
    static final int UNAVAILABLE = 69;
    /** The server would not: EX_NOPERM of sysexits.h. */
    static final int REFUSED = 77;
    /** As timeout(1) has it. */
    static final int TIMED_OUT = 124;
    /** 128 and the number of SIGINT, as shells have it. */
    static final int INTERRUPTED = 130;

    private Status() {
    }
}
