package parley.scenarios.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import parley.protocol.Address;
import parley.scenarios.RunOptions;
import parley.scenarios.language.Parser;
import parley.scenarios.language.Scenario;
import parley.scenarios.run.Outcome;

class ScenarioStandInTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(400);

    /** Somebody who connects to a stand-in. */
    private interface Bot {
        void run(Address server) throws Exception;
    }

    private static Outcome serve(String scenario, Duration within, Bot bot) throws Exception {
        Scenario read = Parser.scenario("test.chat", scenario);
        try (ScenarioStandIn server = ScenarioStandIn.open(read, "bot", Listening.ANYWHERE,
                new RunOptions(null, within, false), note -> {
                })) {
            CompletableFuture<Void> done = CompletableFuture.runAsync(() -> {
                try {
                    bot.run(server.address());
                } catch (Exception e) {
                    throw new CompletionException(e);
                }
            }, command -> Thread.ofVirtual().start(command));
            Outcome outcome = server.run();
            assertThat(server.timedOut()).isEqualTo(within.equals(SHORT));
            if (outcome instanceof Outcome.Passed) {
                done.get(5, TimeUnit.SECONDS);
            }
            return outcome;
        }
    }

    private static void passes(String scenario, Bot bot) throws Exception {
        Outcome outcome = serve(scenario, LONG, bot);
        assertThat(outcome instanceof Outcome.Failed failed ? failed.failure().text() : "").isEmpty();
    }

    private static String fails(String scenario, Duration within, Bot bot) throws Exception {
        Outcome outcome = serve(scenario, within, bot);
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        var failure = ((Outcome.Failed) outcome).failure();
        return failure.step() + "\n" + failure.text();
    }

    /** Says these lines, each when a line with what stands before the bar has come; then leaves. */
    private static Bot says(String... lines) {
        return server -> {
            try (Peer peer = new Peer(server)) {
                peer.says(lines);
                peer.await("never");
            } catch (java.io.IOException e) {
                return; // that is how it ends
            }
        };
    }

    private static final String ECHO = """
            alice connects
            bot connects
            alice sees bot join
            alice says in #lobby repeat: one
            bot sees alice say repeat: one
            bot says one
            alice sees bot say {what}
            alice says repeat: {what} more
            bot sees alice say repeat: {again}
            bot says {again}
            bot leaves #lobby
            alice sees bot leave #lobby
            """;

    @Test
    void a_bot_does_what_the_scenario_has_it_do_whatever_it_speaks() throws Exception {
        passes(ECHO, says("CAP LS 302", "NICK bot", "USER bot 0 * :bot", "CAP END", "WHO #lobby",
                "repeat: one|PRIVMSG #lobby :one", "one more|PRIVMSG #lobby :one more", "PART #lobby"));
        passes(ECHO, says("{\"do\":\"hello\",\"nick\":\"bot\"}", "{\"do\":\"who\",\"room\":\"#lobby\"}",
                "repeat: one|{\"do\":\"say\",\"room\":\"#lobby\",\"text\":\"one\"}",
                "one more|{\"do\":\"say\",\"room\":\"#lobby\",\"text\":\"one more\"}",
                "{\"do\":\"leave\",\"room\":\"#lobby\"}"));
    }

    @Test
    void what_it_says_is_held_against_the_scenario_in_its_order() throws Exception {
        assertThat(fails(ECHO, LONG, says("NICK bot", "USER bot 0 * :bot", "repeat: one|PRIVMSG #lobby :two")))
                .contains("test.chat:6: bot says one", "bot said something else", "expected  bot says one",
                        "came      bot says in #lobby two", "bot sent last:", "    PRIVMSG #lobby :two");
        String two = "bot connects\nbot says one\nbot says two\n";
        assertThat(fails(two, LONG, says("NICK bot", "USER bot 0 * :bot", " 001 |PRIVMSG #lobby :two",
                "PRIVMSG #lobby :one"))).contains("test.chat:2");
        passes("bot connects\nbot joins #a\nbot says in #lobby one\nbot says in #a two\n",
                says("NICK bot", "USER bot 0 * :bot", " 001 |JOIN #a", "PRIVMSG #a :two", "PRIVMSG #lobby :one"));
    }

    @Test
    void what_it_says_besides_is_found() throws Exception {
        assertThat(fails("alice connects\nbot connects\nbot says one\nalice sees bot say two\n", LONG,
                says("NICK bot", "USER bot 0 * :bot", " 001 |PRIVMSG #lobby :one", "PRIVMSG #lobby :two")))
                .contains("bot said something that the scenario does not have", "came      bot says in #lobby two");
    }

    @Test
    void what_it_does_not_do_is_waited_for_and_missed() throws Exception {
        assertThat(fails(ECHO, SHORT, says("NICK bot", "USER bot 0 * :bot", "never|")))
                .contains("test.chat:6: bot says one", "bot did not do it within 400 ms");
        assertThat(fails(ECHO, SHORT, server -> {
        })).contains("test.chat:2: bot connects", "bot did not connect within 400 ms");
    }

    @Test
    void it_has_to_come_under_its_nick_and_once() throws Exception {
        assertThat(fails(ECHO, LONG, says("NICK zoe", "USER bot 0 * :bot", "never|")))
                .contains("test.chat:2: bot connects", "bot came as zoe, and not as bot");
        passes("bot connects as zoe\nbot renames to zora\nbot says hi\n",
                says("NICK zoe", "USER bot 0 * :bot", " 001 |NICK zora", "PRIVMSG #lobby :hi"));
        assertThat(fails("bot connects\nbot says hi\nbot disconnects\n", LONG, server -> {
            try (Peer one = new Peer(server); Peer two = new Peer(server)) {
                one.say("NICK bot\r\nUSER bot 0 * :bot");
                one.await(" 001 ");
                two.say("NICK bot");
                one.say("PRIVMSG #lobby :hi\r\nQUIT");
                two.await("never");
            }
        })).contains("bot connected once more than it does in the scenario");
    }

    @Test
    void one_that_comes_back_is_let_in_when_the_scenario_has_it() throws Exception {
        passes("""
                alice connects
                bot connects
                bot drops
                alice sees bot leave
                bot resumes
                alice sees bot join
                bot says again
                """, server -> {
            says("NICK bot", "USER bot 0 * :bot").run(server);
            says("NICK bot", "USER bot 0 * :bot", " 001 |PRIVMSG #lobby :again").run(server);
        });
    }

    @Test
    void what_nobody_can_have_it_do_is_said() throws Exception {
        assertThat(fails("bot connects\nbot stalls\n", LONG, says("NICK bot", "USER bot 0 * :bot", "never|")))
                .contains("bot is a program of its own, which nobody can stall");
        passes("bot connects\nbot asks for rooms\nbot pings\n", says("NICK bot", "USER bot 0 * :bot", " 001 |PING x"));
        passes("bot connects without hello\nbot sends NICK bot\nbot sends MODE #a +b *!*@*\n",
                says("NICK bot", "MODE #a +b *!*@*"));
    }
}
