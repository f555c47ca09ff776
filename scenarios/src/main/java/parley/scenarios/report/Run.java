package parley.scenarios.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import parley.scenarios.Result;

/**
 * What a run of scenarios came to: all that any report tells. {@link RunJson} writes it down and reads it again.
 *
 * @param began when
 * @param took how long all of it was
 */
public record Run(Instant began, Duration took, List<Case> scenarios) {

    public Run {
        scenarios = List.copyOf(scenarios);
    }

    /** How many of them passed, and so on. */
    public Result result() {
        return new Result(count(Verdict.PASSED), count(Verdict.FAILED), count(Verdict.BROKEN));
    }

    private int count(Verdict verdict) {
        return (int) scenarios.stream().filter(scenario -> scenario.verdict() == verdict).count();
    }
}
