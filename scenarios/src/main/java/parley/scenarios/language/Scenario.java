package parley.scenarios.language;

import java.util.List;
import java.util.Map;
import parley.protocol.Dialect;

/**
 * A script with several clients and what each must see.
 *
 * @param source the file as the person named it
 * @param variables what names stand for from the beginning: those it sets, and {@code env.NAME} for what it uses of the
 *         environment
 */
public record Scenario(String source, List<Phase> phases, Map<String, String> variables) {

    public Scenario {
        phases = List.copyOf(phases);
        variables = Map.copyOf(variables);
    }

    /** The steps of all phases, with blocks as one step. */
    public List<Step> steps() {
        return phases.stream().flatMap(phase -> phase.steps().stream()).toList();
    }

    /** Whether it says of a client that it connects over this dialect. */
    public boolean asksFor(Dialect dialect) {
        return steps().stream().flatMap(Step::leaves).anyMatch(step -> step instanceof Step.Act act
                && switch (act.action()) {
                    case Action.Connect connect -> connect.way().dialect() == dialect;
                    case Action.Open open -> open.way().dialect() == dialect;
                    default -> false;
                });
    }
}
