package parley.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import parley.scenarios.RunOptions;
import parley.scenarios.language.Parser;
import parley.scenarios.language.ScenarioInvalid;

/** What the network does to one client. */
final class NetworkTest {

    @Test
    void whatIsCutBreaksForOneAlone() throws InterruptedException {
        Playing.passes("""
                alice and bob connect
                network cuts bob
                alice sees bob leave
                alice says one
                bob resumes
                alice sees bob join
                bob sees alice say one
                network cuts bob
                bob connects
                """);
        assertThat(Playing.fails("alice connects\nnetwork cuts alice\nalice sees goodbye\n").problem())
                .startsWith("alice's connection is over");
    }

    @Test
    void byteByByteItIsTheSame() throws InterruptedException {
        Playing.passes("""
                network trickles bob
                alice and bob connect
                bob says héllo, wörld 😀
                alice sees bob say héllo, wörld 😀
                alice says and back
                bob sees alice say and back
                network heals bob
                bob says fast again
                alice sees bob say fast again
                """);
    }

    @Test
    void whatIsDelayedTakesItsTimeBothWays() throws InterruptedException, ScenarioInvalid {
        assertThat(took("""
                alice and bob connect
                network delays bob by 60ms
                bob pings
                """)).isGreaterThan(Duration.ofMillis(120));
    }

    @Test
    void whatIsThrottledTakesItsTime() throws InterruptedException, ScenarioInvalid {
        assertThat(took("network throttles bob to 5kB/s\nalice and bob connect\nalice says " + "x".repeat(1000)
                + "\nbob sees alice say x*\n")).isGreaterThan(Duration.ofMillis(200));
    }

    @Test
    void whoIsNotMentionedIsNotSlow() throws InterruptedException, ScenarioInvalid {
        assertThat(took("""
                network delays bob by 10s
                alice connects
                alice pings
                repeat 0 times
                    bob connects
                """)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void whoseNetworkCannotBeChangedIsTold() throws InterruptedException, ScenarioInvalid {
        try (Stage stage = Stage.open(RunOptions.STANDARD)) {
            assertThat(stage.play(Parser.step("bob connects"))).isEmpty();
            assertThat(stage.play(Parser.step("network cuts bob")).orElseThrow().problem())
                    .startsWith("bob is connected already, and not so that the network could be changed");
            assertThat(stage.play(Parser.step("network heals alice"))).isEmpty();
            assertThat(stage.play(Parser.step("network cuts alice")).orElseThrow().problem())
                    .isEqualTo("alice is not connected: there is nothing to cut");
            assertThat(stage.play(Parser.step("alice connects"))).isEmpty();
            assertThat(stage.play(Parser.step("network cuts alice"))).isEmpty();
        }
    }

    private static Duration took(String scenario) throws InterruptedException, ScenarioInvalid {
        Outcome outcome = new Runner(RunOptions.STANDARD).run(Parser.scenario("x.chat", scenario));
        assertThat(outcome).isInstanceOf(Outcome.Passed.class);
        return outcome.course().took();
    }
}
