package parley.scenarios.junit;

import org.opentest4j.AssertionFailedError;
import parley.scenarios.run.Failure;

/** Makes of a failed step the error that JUnit and those who show its results know. */
final class AssertionFailures {

    private AssertionFailures() {
    }

    /** Says where, and why; what was to be seen and what came stand side by side where a tool can compare them. */
    static AssertionFailedError of(Failure failure) {
        String message = failure.step() + "\n" + failure.text();
        AssertionFailedError error = failure.comparison()
                .map(compared -> new AssertionFailedError(message, compared.expected(), compared.came()))
                .orElseGet(() -> new AssertionFailedError(message));
        return failure.step().source().isEmpty() ? error : inFile(error, failure);
    }

    /** Puts the line of the file on top of the stack trace, where tools make a link of it. */
    private static AssertionFailedError inFile(AssertionFailedError error, Failure failure) {
        StackTraceElement[] trace = error.getStackTrace();
        StackTraceElement[] longer = new StackTraceElement[trace.length + 1];
        longer[0] = new StackTraceElement("scenario", "step", failure.step().source(), failure.step().line());
        System.arraycopy(trace, 0, longer, 1, trace.length);
        error.setStackTrace(longer);
        return error;
    }
}
