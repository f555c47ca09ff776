package parley.scenarios.report;

import java.io.PrintWriter;

/**
 * TAP, version 14: a test point for each scenario, and below one that failed a block of YAML that says where and why.
 *
 * @see <a href="https://testanything.org/tap-version-14-specification.html">the specification</a>
 */
final class TapReport implements Reporter {

    private final PrintWriter out;
    private int number;

    /** @param out flushed after each scenario, never closed */
    TapReport(PrintWriter out) {
        this.out = out;
        out.println("TAP version 14");
        out.flush();
    }

    @Override
    public boolean tellsAllOfWhatPassed() {
        return false;
    }

    @Override
    public void scenario(Case scenario) {
        number++;
        String mark = scenario.verdict() == Verdict.PASSED ? "ok" : "not ok";
        out.println(mark + " " + number + " - " + description(scenario.file()));
        switch (scenario.verdict()) {
            case PASSED, NOT_PLAYED -> {
                // The point says it all.
            }
            case FAILED -> failed(scenario);
            case BROKEN -> scenario.problems()
                    .forEach(problem -> yaml(scenario.file(), problem.line(), problem.sentence(), problem.text()));
        }
        out.flush();
    }

    private void failed(Case scenario) {
        Case.Step step = scenario.failed();
        Case.Failure failure = scenario.failure();
        if (step != null && failure != null) {
            yaml(step.file(), step.line(), step.text() + ": " + failure.problem(), failure.text());
        }
    }

    private void yaml(String file, int line, String message, String details) {
        out.println("  ---");
        out.println("  message: " + quoted(message));
        out.println("  severity: fail");
        out.println("  at:");
        out.println("    file: " + quoted(file));
        if (line > 0) {
            out.println("    line: " + line);
        }
        out.println("  details: |-2");
        details.lines().forEach(text -> out.println("    " + text));
        out.println("  ...");
    }

    /** Single quotes keep everything in YAML as it is, but for themselves. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A {@code #} would open a directive, and a backslash makes it a plain character. */
    private static String description(String text) {
        return text.replace("\\", "\\\\").replace("#", "\\#");
    }

    @Override
    public void ended(Run run) {
        out.println("1.." + number);
        out.flush();
    }
}
