package parley.scenarios.run;

/** What came of a scenario. */
public sealed interface Outcome {

    /** It did all it says. */
    record Passed() implements Outcome {
    }

    /** A step failed; those after it were not played. */
    record Failed(Failure failure) implements Outcome {
    }
}
