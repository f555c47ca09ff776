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
}
