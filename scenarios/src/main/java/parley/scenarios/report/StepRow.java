package parley.scenarios.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step as the page shows it.
 *
 * @param id by which links find it
 * @param failure null unless this is the step that failed
 */
record StepRow(String id, int line, String text, String verdict, String took, @Nullable Why failure) {

    /**
     * Why it failed.
     *
     * @param alike what came, as far as it was as it should be
     * @param apart the rest of it
     */
    record Why(String problem, boolean compared, String expected, String alike, String apart, List<String> captures,
            List<Case.Witness> witnesses) {

        private static Why of(Case.Failure failure) {
            int caret = Math.max(0, Math.min(failure.caret(), failure.came().length()));
            String came = failure.came().isEmpty() ? "nothing of that kind" : failure.came();
            return new Why(failure.problem(), !failure.expected().isEmpty(), failure.expected(),
                    came.substring(0, caret), came.substring(caret),
                    failure.captures().entrySet().stream().map(known -> "{" + known.getKey() + "} is "
                            + known.getValue()).toList(),
                    failure.witnesses());
        }
    }

    static StepRow of(String section, Case scenario, int index) {
        Case.Step step = scenario.steps().get(index);
        Case.Failure failure = scenario.failure();
        return new StepRow(section + "-failure", step.line(), step.text(), step.verdict().word(),
                step.verdict() == Verdict.NOT_PLAYED ? "not played" : HtmlPage.time(step.took()),
                failure != null && failure.step() == index ? Why.of(failure) : null);
    }
}
