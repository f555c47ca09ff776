package parley.scenarios.language;

import java.util.List;

/**
 * A script with several clients and what each must see.
 *
 * @param source the file as the person named it
 */
public record Scenario(String source, List<Phase> phases) {

    public Scenario {
        phases = List.copyOf(phases);
    }

    /** All steps of all phases. */
    public List<Step> steps() {
        return phases.stream().flatMap(phase -> phase.steps().stream()).toList();
    }
}
