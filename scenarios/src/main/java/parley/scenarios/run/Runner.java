package parley.scenarios.run;

import java.util.List;
import java.util.Optional;
import parley.scenarios.RunOptions;
import parley.scenarios.language.Scenario;
import parley.scenarios.language.Step;

/** Plays scenarios, each on a stage of its own, on the thread that asks for it. */
public record Runner(RunOptions options) {

    /**
     * Plays a scenario up to its end or to the first failure.
     *
     * @throws InterruptedException if the thread is interrupted; everything is closed then as always
     */
    public Outcome run(Scenario scenario) throws InterruptedException {
        try (Stage stage = Stage.open(options)) {
            Optional<Failure> failure = play(scenario.steps(), stage);
            Course course = stage.course();
            return failure.<Outcome>map(why -> new Outcome.Failed(course, why))
                    .orElseGet(() -> new Outcome.Passed(course));
        }
    }

    private static Optional<Failure> play(List<Step> steps, Stage stage) throws InterruptedException {
        for (int i = 0; i < steps.size(); i++) {
            List<Step> coming = steps.subList(i + 1, steps.size());
            Optional<Failure> failure = stage.play(steps.get(i)).or(() -> stage.unexpectedRefusal(coming));
            if (failure.isPresent()) {
                return failure;
            }
        }
        return Optional.empty();
    }
}
