package parley.scenarios.report;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.BiConsumer;

/** The ways to report on a run. */
public enum ReportFormat {
    /** Text for people and pipes. */
    PLAIN,
    /** TAP version 14. */
    TAP,
    /** All of it, in JSON, from which the other reports can be made later. */
    JSON,
    /** The XML of JUnit, which all CI servers read. */
    JUNIT,
    /** Annotations of GitHub Actions. */
    GITHUB,
    /** One page for a browser, with what each client and the server said to each other. */
    HTML;

    /** As it is named in commands: {@code junit}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * A report in this format.
     *
     * @param out flushed, never closed
     * @param color whether ANSI colours are welcome there, which only the plain one has
     */
    public Reporter on(PrintWriter out, boolean color) {
        return switch (this) {
            case PLAIN -> new PlainReport(out, color);
            case TAP -> new TapReport(out);
            case GITHUB -> new GitHubReport(out);
            case JSON -> whole(out, RunJson::write);
            case JUNIT -> whole(out, JUnitXml::write);
            case HTML -> whole(out, HtmlPage::write);
        };
    }

    /** A report that can only be written when all is over. */
    private static Reporter whole(PrintWriter out, BiConsumer<Run, PrintWriter> format) {
        return new Reporter() {
            @Override
            public void scenario(Case scenario) {
                // The run has them all.
            }

            @Override
            public void ended(Run run) {
                format.accept(run, out);
                out.println();
                out.flush();
            }
        };
    }
}
