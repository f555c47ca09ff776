package parley.scenarios.report;

/** Learns of a run as it goes on. Called on one thread. */
public interface Reporter {

    /**
     * Whether it tells of scenarios that passed what was done and said in them. If not, they have no steps, clients and
     * exchanges, which takes less time and memory.
     */
    default boolean tellsAllOfWhatPassed() {
        return true;
    }

    /** A scenario has been played, or its file cannot be. */
    void scenario(Case scenario);

    /** All are done. */
    void ended(Run run);
}
