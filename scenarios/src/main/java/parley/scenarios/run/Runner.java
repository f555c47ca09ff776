package parley.scenarios.run;

import java.util.List;
import java.util.Optional;
import parley.scenarios.RunOptions;
import parley.scenarios.language.Scenario;

/** Plays scenarios, each on a stage of its own, on the thread that asks for it. */
public record Runner(RunOptions options) {

    /**
     * Plays a scenario up to its end or to the first failure.
     *
     * @throws InterruptedException if the thread is interrupted; everything is closed then as always
     */
    public Outcome run(Scenario scenario) throws InterruptedException {
        try (Stage stage = Stage.open(options, scenario)) {
            Optional<Failure> failure = stage.playAll(scenario.steps(), List.of()).map(stage::told);
            Course course = stage.course();
            return failure.<Outcome>map(why -> new Outcome.Failed(course, why))
                    .orElseGet(() -> new Outcome.Passed(course));
        }
    }
}
