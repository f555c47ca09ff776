package parley.scenarios.report;

import parley.scenarios.Result;
import parley.scenarios.language.Scenario;
import parley.scenarios.run.Outcome;

/** Learns of a run as it goes on. Called on one thread. */
public interface Reporter {

    /** A scenario was played. */
    void played(Scenario scenario, Outcome outcome);

    /**
     * A file could not be found, read or understood.
     *
     * @param file as the person named it
     * @param problems all that is wrong, for people, in one line or several
     */
    void broken(String file, String problems);

    /** All are done. */
    void ended(Result result);
}
