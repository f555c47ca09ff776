package parley.features;

import io.cucumber.java.After;
import io.cucumber.java.Scenario;
import io.cucumber.java.en.Given;
import java.util.List;
import java.util.Optional;
import parley.scenarios.RunOptions;
import parley.scenarios.language.Parser;
import parley.scenarios.language.ScenarioInvalid;
import parley.scenarios.language.Step;
import parley.scenarios.run.Failure;
import parley.scenarios.run.Stage;

/**
 * Steps with several clients. Cucumber makes a new one for each scenario, so each has a server of its own in this
 * process, which starts with the first client and is closed, with all clients, when the scenario ends.
 *
 * <p>A step that fails throws an {@link AssertionError} whose message is the runner's report: what was to be seen, what
 * came nearest, what everyone received. One that cannot be read throws an {@link IllegalArgumentException} that shows
 * where.
 */
public final class ParleySteps {

    /** Clients' names and a verb of the language. Steps of other libraries on the same glue path are left to those. */
    static final String STEP = "^((?:everyone but )?[\\w-]+(?:(?:,| and) [\\w-]+)* (?:connects?|joins?|leaves?|says?"
            + "|tells?|renames?|sets?|asks?|invites?|kicks?|(?:un)?(?:bans?|mutes?|exempts?|admits?)|gives?|makes?|limits?|pings?|syncs?"
            + "|disconnects?|drops?|stalls?|resumes?|sends?|sees?|do(?:es)? not see)(?: .*)?"
            + "|server (?:restarts|starts|is killed)|network (?:delays|cuts|trickles|throttles|heals) .*)$";
    static final String BLOCK = "^(in any order|optionally|together|repeat \\d+ times)$";

    private final Stage stage = Stage.open(RunOptions.STANDARD);

    /** Configures the server: the doc string is what chatd's configuration file would be. */
    @Given("a server configured with")
    public void server(String toml) throws InterruptedException {
        play(() -> Parser.server(toml));
    }

    /** Any step of the scenario language; behind When and Then as well. */
    @Given(STEP)
    public void step(String text) throws InterruptedException {
        play(() -> Parser.step(text));
    }

    /** A block: the doc string has its steps, a line each. */
    @Given(BLOCK)
    public void block(String head, String steps) throws InterruptedException {
        play(() -> Parser.block(head, steps));
    }

    private interface Reading {
        Step read() throws ScenarioInvalid;
    }

    private void play(Reading reading) throws InterruptedException {
        try {
            check(stage.play(reading.read()));
        } catch (ScenarioInvalid e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Closes everything, and fails the scenario if a command was refused that no step looked at. */
    @After
    public void close(Scenario scenario) {
        try (stage) {
            if (!scenario.isFailed()) {
                check(stage.unexpectedRefusal(List.of()));
            }
        }
    }

    private static void check(Optional<Failure> failure) {
        failure.ifPresent(failed -> {
            throw new AssertionError(failed.step() + "\n" + failed.text());
        });
    }
}
