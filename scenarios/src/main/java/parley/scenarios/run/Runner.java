package parley.scenarios.run;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.scenarios.RunOptions;
import parley.scenarios.language.Scenario;

/**
 * Plays scenarios, each on a stage of its own, on the thread that asks for it.
 *
 * @param tellsAll whether somebody wants to know what was done and said in scenarios that passed
 */
public record Runner(RunOptions options, boolean tellsAll) {

    /** Tells all. */
    public Runner(RunOptions options) {
        this(options, true);
    }

    /**
     * Plays a scenario up to its end or to the first failure.
     *
     * @throws InterruptedException if the thread is interrupted; everything is closed then as always
     */
    public Outcome run(Scenario scenario) throws InterruptedException {
        return run(scenario, null);
    }

    /**
     * The same with a program under test as one of the clients.
     *
     * @param guest null if there is none
     */
    public Outcome run(Scenario scenario, @Nullable Guest guest) throws InterruptedException {
        try (Stage stage = Stage.open(options, scenario, guest)) {
            Optional<Failure> failure = stage.playAll(scenario.steps(), List.of())
                    .or(() -> stage.surplus(scenario.steps().getLast().written())).map(stage::told);
            return failure.<Outcome>map(why -> new Outcome.Failed(stage.course(), why))
                    .orElseGet(() -> new Outcome.Passed(tellsAll ? stage.course() : stage.time()));
        }
    }
}
