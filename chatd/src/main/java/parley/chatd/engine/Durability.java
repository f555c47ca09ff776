package parley.chatd.engine;

/** What an acknowledged message survives. */
public enum Durability {
    /** The end of the process, however sudden. The system still writes to the disk in its own time. */
    PROCESS("NORMAL"),
    /** The end of power as well: every commit waits for the disk. */
    DISK("FULL");

    private final String synchronous;

    Durability(String synchronous) {
        this.synchronous = synchronous;
    }

    /** The value of SQLite's pragma of that name that does it with a write-ahead log. */
    String synchronous() {
        return synchronous;
    }
}
