package parley.scenarios.report;

/** Learns of a run as it goes on. Called on one thread. */
public interface Reporter {

    /** A scenario has been played, or its file cannot be. */
    void scenario(Case scenario);

    /** All are done. */
    void ended(Run run);
}
