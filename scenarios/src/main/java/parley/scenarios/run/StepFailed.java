package parley.scenarios.run;

/** A step could not be done. Never leaves this package: it becomes a {@link Failure}. */
final class StepFailed extends Exception {

    private static final long serialVersionUID = 1L;

    private final String problem;

    /** @param problem what happened instead, as a sentence without its full stop */
    StepFailed(String problem) {
        super(problem, null, false, false);
        this.problem = problem;
    }

    String problem() {
        return problem;
    }
}
