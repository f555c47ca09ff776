package parley.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import parley.protocol.Dialect;
import parley.scenarios.Target;
import parley.scenarios.language.Parser;
import parley.scenarios.language.ScenarioInvalid;

/** Where the server of a scenario listens. */
final class EmbeddedServerTest {

    private static final Target.Inside USUAL = new Target.Embedded().inside();

    @Test
    void forIrcOnlyWhereItIsSpoken() throws StepFailed {
        try (EmbeddedServer server = new EmbeddedServer(USUAL, true)) {
            assertThat(server.address(Dialect.IRC)).isNotEqualTo(server.address(Dialect.JSON));
        }
        try (EmbeddedServer server = new EmbeddedServer(USUAL, false)) {
            assertThat(server.address(Dialect.JSON).port()).isPositive();
            assertThatThrownBy(() -> server.address(Dialect.IRC)).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void aScenarioSaysWhetherItIs() throws ScenarioInvalid {
        assertThat(Parser.scenario("x.chat", "alice connects\nalice says over irc\n").asksFor(Dialect.IRC)).isFalse();
        assertThat(Parser.scenario("x.chat", "alice connects\nbob connects over irc\n").asksFor(Dialect.IRC)).isTrue();
        assertThat(Parser.scenario("x.chat", "together\n    bob connects without hello over irc\n")
                .asksFor(Dialect.IRC)).isTrue();
    }
}
