package parley.scenarios.language;

import java.util.List;

/**
 * A part of a scenario.
 *
 * @param title the comment that opens it; empty for steps before the first comment
 */
public record Phase(String title, List<Step> steps) {

    public Phase {
        steps = List.copyOf(steps);
    }

    /** All lines that its steps come from, in the order of the file. */
    public List<Written> lines() {
        return steps.stream().flatMap(Step::lines).toList();
    }
}
