package parley.scenarios.report;

import java.io.PrintWriter;

/**
 * Annotations of GitHub Actions: a line for each failure, which GitHub shows beside the step in the file.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions">workflow commands</a>
 */
final class GitHubReport implements Reporter {

    private final PrintWriter out;

    /** @param out flushed after each scenario, never closed */
    GitHubReport(PrintWriter out) {
        this.out = out;
    }

    @Override
    public boolean tellsAllOfWhatPassed() {
        return false;
    }

    @Override
    public void scenario(Case scenario) {
        for (Case.Problem problem : scenario.problems()) {
            error(scenario.file(), problem.line(), problem.column(), "cannot be read", problem.text());
        }
        Case.Step step = scenario.failed();
        Case.Failure failure = scenario.failure();
        if (step != null && failure != null) {
            error(step.file(), step.line(), 0, step.text(), failure.text());
        }
        out.flush();
    }

    private void error(String file, int line, int column, String title, String text) {
        out.println("::error file=" + property(file)
                + (line > 0 ? ",line=" + line : "")
                + (column > 0 ? ",col=" + column : "")
                + ",title=" + property(title)
                + "::" + data(text));
    }

    /** Percent-encodes what would end the line. */
    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    /** The same, and what would end the property. */
    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }

    @Override
    public void ended(Run run) {
        // GitHub counts for itself.
    }
}
