package parley.scenarios.report;

import java.io.PrintWriter;
import java.util.List;
import parley.scenarios.Result;
import parley.scenarios.language.Phase;
import parley.scenarios.language.Scenario;
import parley.scenarios.language.Shown;
import parley.scenarios.language.Step;
import parley.scenarios.language.Written;
import parley.scenarios.run.Failure;
import parley.scenarios.run.Outcome;

/**
 * A report for people and pipes: a line for each scenario, and below one that failed the phase it failed in, up to the
 * step, and why.
 */
public final class PlainReport implements Reporter {

    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[32m";
    private static final String PLAIN = "\u001b[0m";

    private final PrintWriter out;
    private final boolean color;

    /**
     * @param out flushed after each scenario, never closed
     * @param color whether ANSI colours are welcome there
     */
    public PlainReport(PrintWriter out, boolean color) {
        this.out = out;
        this.color = color;
    }

    @Override
    public void played(Scenario scenario, Outcome outcome) {
        switch (outcome) {
            case Outcome.Passed _ -> line(painted(GREEN, "passed") + "  " + scenario.source());
            case Outcome.Failed(_, Failure failure) -> failed(scenario, failure);
        }
    }

    private void failed(Scenario scenario, Failure failure) {
        line(painted(RED, "FAILED") + "  " + failure.step());
        out.println();
        phases(scenario, failure.step());
        out.println();
        failure.text().lines().forEach(text -> out.println("  " + text));
        line("");
    }

    /** The title of each phase that passed, and the steps of the one that did not. */
    private void phases(Scenario scenario, Written failed) {
        for (Phase phase : scenario.phases()) {
            List<Written> lines = phase.steps().stream().map(Step::written).toList();
            boolean passed = !lines.contains(failed);
            if (!phase.title().isEmpty()) {
                out.println("        # " + Shown.plain(phase.title()) + (passed ? " (passed)" : ""));
            }
            if (!passed) {
                lines.subList(0, lines.indexOf(failed)).forEach(line -> out.println(text("   ", line)));
                out.println(painted(RED, text("  >", failed)));
                return;
            }
        }
    }

    private static String text(String mark, Written line) {
        return "%s%4d  %s".formatted(mark, line.line(), Shown.plain(line.text().strip()));
    }

    @Override
    public void broken(String file, String problems) {
        line(painted(RED, "BROKEN") + "  " + file);
        out.println();
        problems.lines().forEach(text -> out.println("  " + text));
        line("");
    }

    @Override
    public void ended(Result result) {
        int all = result.passed() + result.failed() + result.broken();
        StringBuilder text = new StringBuilder(all + (all == 1 ? " scenario: " : " scenarios: "));
        text.append(result.passed()).append(" passed");
        count(result.failed(), "failed", text);
        count(result.broken(), "broken", text);
        line(text.toString());
    }

    private static void count(int number, String what, StringBuilder text) {
        if (number > 0) {
            text.append(", ").append(number).append(' ').append(what);
        }
    }

    private void line(String text) {
        out.println(text);
        out.flush();
    }

    private String painted(String paint, String text) {
        return color ? paint + text + PLAIN : text;
    }
}
