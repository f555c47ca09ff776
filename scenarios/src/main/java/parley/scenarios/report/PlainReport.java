package parley.scenarios.report;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.scenarios.Result;

/**
 * A report for people and pipes: a line for each scenario, and below one that failed the phase it failed in, up to the
 * step, and why.
 */
final class PlainReport implements Reporter {

    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[32m";
    private static final String PLAIN = "\u001b[0m";

    private static final int LONGEST_STEP = 200;

    private final PrintWriter out;
    private final boolean color;

    /**
     * @param out flushed after each scenario, never closed
     * @param color whether ANSI colours are welcome there
     */
    PlainReport(PrintWriter out, boolean color) {
        this.out = out;
        this.color = color;
    }

    @Override
    public boolean tellsAllOfWhatPassed() {
        return false;
    }

    @Override
    public void scenario(Case scenario) {
        switch (scenario.verdict()) {
            case PASSED -> line(painted(GREEN, "passed") + "  " + scenario.file());
            case FAILED -> failed(scenario);
            case BROKEN -> broken(scenario);
            case NOT_PLAYED -> line("not played  " + scenario.file());
        }
    }

    private void failed(Case scenario) {
        Case.Failure failure = scenario.failure();
        Case.Step step = scenario.failed();
        if (failure == null || step == null) {
            line(painted(RED, "FAILED") + "  " + scenario.file());
            return;
        }
        line(painted(RED, "FAILED") + "  " + step.place() + ": " + brief(step.text()));
        out.println();
        steps(scenario.steps(), failure.step());
        out.println();
        failure.text().lines().forEach(text -> out.println("  " + text));
        line("");
    }

    /** The title of each phase that passed, and the steps of the one that did not; of repeated ones, the last round. */
    private void steps(List<Case.Step> steps, int failed) {
        Map<String, Integer> last = new HashMap<>();
        for (int i = 0; i <= failed; i++) {
            last.put(steps.get(i).place(), i);
        }
        String phase = steps.get(failed).phase();
        String title = "";
        for (int i = 0; i <= failed; i++) {
            Case.Step step = steps.get(i);
            if (!step.phase().equals(title)) {
                title = step.phase();
                out.println("        # " + title + (title.equals(phase) ? "" : " (passed)"));
            }
            if (title.equals(phase) && last.getOrDefault(step.place(), i) == i) {
                String text = "%s%4d  %s".formatted(i == failed ? "  >" : "   ", step.line(), brief(step.text()));
                out.println(i == failed ? painted(RED, text) : text);
            }
        }
    }

    /** A step may be longer than anybody wants to read; the file has all of it. */
    private static String brief(String step) {
        return step.length() <= LONGEST_STEP ? step : step.substring(0, LONGEST_STEP - 1) + "…";
    }

    private void broken(Case scenario) {
        line(painted(RED, "BROKEN") + "  " + scenario.file());
        out.println();
        scenario.problems().stream().flatMap(problem -> problem.text().lines())
                .forEach(text -> out.println("  " + text));
        line("");
    }

    @Override
    public void ended(Run run) {
        Result result = run.result();
        int all = run.scenarios().size();
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
