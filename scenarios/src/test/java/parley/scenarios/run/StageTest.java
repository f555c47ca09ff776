package parley.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import parley.scenarios.RunOptions;
import parley.scenarios.language.Parser;
import parley.scenarios.language.ScenarioInvalid;

/** Steps that come one by one. */
final class StageTest {

    @AutoClose
    private final Stage stage = Stage.open(RunOptions.STANDARD);

    @Test
    void stepsArePlayedAsTheyCome() throws InterruptedException {
        assertThat(play("alice and bob connect")).isEmpty();
        assertThat(play("alice says hi")).isEmpty();
        assertThat(play("bob sees nothing but alice say hi")).isEmpty();
        assertThat(play("bob sees nothing")).isEmpty();
        assertThat(stage.unexpectedRefusal(List.of())).isEmpty();
    }

    @Test
    void theServerIsConfiguredFirst() throws InterruptedException, ScenarioInvalid {
        assertThat(stage.play(Parser.server("motd = \"Be kind.\""))).isEmpty();
        assertThat(play("alice connects")).isEmpty();
        assertThat(play("alice sees welcome Be kind.")).isEmpty();
        assertThat(problem(stage.play(Parser.server("motd = \"Be quick.\""))))
                .isEqualTo("the server runs already: it is configured before the first client connects");
    }

    @Test
    void aRefusalMayBeSeenLater() throws InterruptedException {
        assertThat(play("alice and bob connect")).isEmpty();
        assertThat(play("alice renames to bob")).isEmpty();
        assertThat(play("bob sees nothing")).isEmpty();
        assertThat(play("alice sees refusal nick-taken")).isEmpty();
        assertThat(play("alice says hi")).isEmpty();
    }

    @Test
    void whoGoesOnInSpiteOfARefusalFailsAtTheRefusedStep() throws InterruptedException {
        assertThat(play("alice and bob connect")).isEmpty();
        assertThat(play("alice renames to bob")).isEmpty();
        Optional<Failure> failure = play("alice says hi");
        assertThat(problem(failure)).isEqualTo("alice was refused nick-taken: bob is in use");
        assertThat(failure.orElseThrow().step().text()).isEqualTo("alice renames to bob");
    }

    @Test
    void aRefusalThatNobodySawIsToldInTheEnd() throws InterruptedException {
        assertThat(play("alice connects")).isEmpty();
        assertThat(play("alice says to bob hi")).isEmpty();
        assertThat(problem(stage.unexpectedRefusal(List.of()))).startsWith("alice was refused no-such-nick");
    }

    @Test
    void whoHasNotConnectedCanDoNothing() throws InterruptedException {
        assertThat(problem(play("alice says hi"))).isEqualTo("alice has not connected");
        assertThat(problem(play("alice sees nothing"))).isEqualTo("alice has not connected");
    }

    @Test
    void whatWasNotCapturedCannotBeSaid() throws InterruptedException {
        assertThat(play("alice connects")).isEmpty();
        assertThat(problem(play("alice says {what}"))).isEqualTo("nothing has been captured as {what} before this");
    }

    private Optional<Failure> play(String step) throws InterruptedException {
        try {
            return stage.play(Parser.step(step));
        } catch (ScenarioInvalid e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private static String problem(Optional<Failure> failure) {
        return failure.orElseThrow().problem();
    }
}
