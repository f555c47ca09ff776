package parley.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import parley.protocol.Address;
import parley.scenarios.RunOptions;
import parley.scenarios.language.Parser;
import parley.scenarios.language.ScenarioInvalid;

/** Plays scenarios that stand in a test. */
final class Playing {

    /** So much that no test passes by waiting it out. */
    private static final Duration PATIENT = Duration.ofHours(1);
    private static final Duration IMPATIENT = Duration.ofMillis(20);
    private static final Duration AT_MOST = Duration.ofSeconds(20);

    private Playing() {
    }

    static void passes(String scenario) throws InterruptedException {
        passes(scenario, null);
    }

    static void passes(String scenario, @Nullable Address server) throws InterruptedException {
        Outcome outcome = play(scenario, new RunOptions(server, PATIENT, false));
        assertThat(outcome).as(() -> outcome instanceof Outcome.Failed(_, Failure failure)
                ? failure.step() + "\n" + failure.text()
                : "").isInstanceOf(Outcome.Passed.class);
    }

    /** Plays a scenario that fails at what comes, and not at what does not come. */
    static Failure fails(String scenario) throws InterruptedException {
        return failure(play(scenario, new RunOptions(null, PATIENT, false)));
    }

    /** Plays a scenario that fails because something does not come in so many milliseconds. */
    static Failure fails(String scenario, int millis) throws InterruptedException {
        return failure(play(scenario.replaceAll("(?m)(sees .*)$", "$1 within " + millis + "ms"),
                new RunOptions(null, PATIENT, false)));
    }

    static Failure fails(String scenario, Address server) throws InterruptedException {
        return failure(play(scenario, new RunOptions(server, PATIENT, false)));
    }

    /**
     * Plays a scenario that fails at its last step, when a server has made it wait too long. On a busy machine another
     * step may seem to; then there is more patience the next time.
     */
    static Failure failsInTheEnd(String scenario, Address server) throws InterruptedException {
        Failure failure;
        Duration patience = IMPATIENT;
        do {
            failure = failure(play(scenario, new RunOptions(server, patience, false)));
            patience = patience.multipliedBy(5);
        } while (failure.step().line() < scenario.lines().count() && patience.compareTo(AT_MOST) < 0);
        return failure;
    }

    private static Failure failure(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed) outcome).failure();
    }

    private static Outcome play(String scenario, RunOptions options) throws InterruptedException {
        try {
            return new Runner(options).run(Parser.scenario("x.chat", scenario));
        } catch (ScenarioInvalid e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }
}
