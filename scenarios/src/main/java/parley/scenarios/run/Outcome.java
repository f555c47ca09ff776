package parley.scenarios.run;

/** What came of a scenario. */
public sealed interface Outcome {

    /** What was done and said, up to the end or to the step that failed. */
    Course course();

    /** It did all it says. */
    record Passed(Course course) implements Outcome {
    }

    /** A step failed; those after it were not played. */
    record Failed(Course course, Failure failure) implements Outcome {
    }
}
