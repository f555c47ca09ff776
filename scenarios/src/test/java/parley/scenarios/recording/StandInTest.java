package parley.scenarios.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.protocol.Address;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.client.Client;
import parley.protocol.client.Inbox;

class StandInTest {

    private static final String HEADER = "{\"recording\":1,\"by\":\"test\",\"at\":\"2026-01-31T12:00:00Z\"}\n";
    private static final ReplayOptions SHORT = new ReplayOptions(Duration.ofMillis(400), 0, Map.of());
    private static final ReplayOptions LONG = new ReplayOptions(Duration.ofSeconds(20), 0, Map.of());

    private static final ReplayOptions FOREVER = new ReplayOptions(Duration.ofDays(1), 0, Map.of());

    @TempDir
    private Path directory;

    /** Somebody who connects to a stand-in. */
    private interface Bot {
        void run(Address server) throws Exception;
    }

    /** Lines like {@code c1 > NICK bot}, {@code c1 < :server 001 bot :hi}, {@code c1 +}, {@code c1 -}, {@code c1 =}. */
    private Path recording(String lines) throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        lines.lines().forEach(line -> {
            String who = "{\"t\":0,\"who\":\"" + line.substring(0, 2) + "\",";
            String rest = line.substring(Math.min(line.length(), 5)).replace("\\", "\\\\").replace("\"", "\\\"");
            text.append(who).append(switch (line.charAt(3)) {
                case '+' -> "\"opened\":\"client\"}";
                case '-' -> "\"closed\":\"client\"}";
                case '=' -> "\"closed\":\"server\"}";
                case '>' -> "\"dir\":\"out\",\"raw\":\"" + rest + "\"}";
                default -> "\"dir\":\"in\",\"raw\":\"" + rest + "\"}";
            }).append('\n');
        });
        return Files.writeString(directory.resolve("bot.jsonl"), text);
    }

    /** What was recorded of it fits no other login; the recording says so before anybody connects. */
    @Test
    void aLoginThatSignsWhatIsMadeUpIsRefused() throws Exception {
        Path scram = recording("""
                c1 +
                c1 > AUTHENTICATE SCRAM-SHA-256
                c1 < AUTHENTICATE +
                c1 > AUTHENTICATE ${CHAT_SASL}
                """);
        assertThatThrownBy(() -> StandIn.open(scram, Listening.ANYWHERE, SHORT)).isInstanceOf(Unrepeatable.class)
                .hasMessageStartingWith(scram + " has a login by SCRAM-SHA-256, which cannot be played again");
        assertThatThrownBy(() -> new Replay(scram, irc -> {
            throw new IOException("nobody connects");
        }, SHORT).check()).isInstanceOf(Unrepeatable.class);
    }

    @Test
    void oneThatTheServerWouldNotHaveIsNot() throws Exception {
        Path plain = recording("""
                c1 +
                c1 > AUTHENTICATE SCRAM-SHA-256
                c1 < :irc 908 * PLAIN :are available SASL mechanisms
                c1 > AUTHENTICATE PLAIN
                c1 < AUTHENTICATE +
                c1 -
                """);
        assertThat(serve(plain, LONG, says("AUTHENTICATE SCRAM-SHA-256", "908|AUTHENTICATE PLAIN")).findings())
                .isEmpty();
    }

    private static Verdict serve(Path file, ReplayOptions options, Bot bot) throws Exception {
        try (StandIn server = StandIn.open(file, Listening.ANYWHERE, options)) {
            CompletableFuture<Void> done = CompletableFuture.runAsync(() -> {
                try {
                    bot.run(server.address());
                } catch (Exception e) {
                    throw new CompletionException(e);
                }
            }, command -> Thread.ofVirtual().start(command));
            Verdict verdict = server.run();
            if (verdict.passed()) {
                done.get(5, java.util.concurrent.TimeUnit.SECONDS);
            }
            return verdict;
        }
    }

    /** Says these lines, each when a line with what stands before the bar has come; then leaves. */
    private static Bot says(String... lines) {
        return server -> {
            try (Peer peer = new Peer(server)) {
                peer.says(lines);
            }
        };
    }

    private static final String GREETED = """
            c1 +
            c1 > NICK bot
            c1 > USER bot 0 * :bot
            c1 < :irc.example.org 001 bot :Welcome bot!bot@host
            c1 < :irc.example.org 005 bot A B :are supported
            c1 > JOIN #a
            c1 < :bot!bot@host JOIN #a
            c1 < :irc.example.org 353 bot = #a :bot @alice
            c1 < :alice!a@host PRIVMSG #a :bot: how are you?
            c1 > PRIVMSG #a :alice: fine
            """;

    @Test
    void a_bot_that_does_the_same_passes() throws Exception {
        assertThat(serve(recording(GREETED), LONG, says("NICK bot", "USER bot 0 * :bot", " 001 |JOIN #a",
                "how are you|PRIVMSG #a :alice: fine")).findings()).isEmpty();
    }

    @Test
    void a_bot_of_another_nick_is_spoken_to_by_its_own() throws Exception {
        assertThat(serve(recording(GREETED), LONG, says("USER x 8 * :other", "NICK zoe", "001 zoe |JOIN #a",
                ":zoe!bot@host JOIN|PING x", ":zoe @alice|PING y", "#a :zoe: how are you?|PRIVMSG #a :alice: fine"))
                .findings())
                .isEmpty();
    }

    @Test
    void a_bot_that_says_something_else_fails_with_both() throws Exception {
        Verdict verdict = serve(recording(GREETED), LONG, says("NICK bot", "USER bot 0 * :bot", "001|JOIN #a",
                "how are you|PRIVMSG #a :alice: awful"));
        assertThat(verdict.timedOut()).isFalse();
        assertThat(verdict.findings()).singleElement().asString().contains(
                "bot.jsonl:11: from bot, expected this next in #a",
                "expected  PRIVMSG #a :alice: fine", "got       PRIVMSG #a :alice: awful",
                "1: expected \"alice: fine\", got \"alice: awful\"", "<- :alice!a@host PRIVMSG #a :bot: how are you?");
    }

    @Test
    void a_bot_that_hangs_is_timed_out() throws Exception {
        Verdict verdict = serve(recording(GREETED), SHORT, server -> {
            try (Peer peer = new Peer(server)) {
                peer.say("NICK bot");
                peer.await("never");
            }
        });
        assertThat(verdict.timedOut()).isTrue();
        assertThat(verdict.findings()).singleElement().asString().contains(
                "bot.jsonl:4: from bot, expected this next, and nothing came",
                "expected  USER bot 0 * :bot");
    }

    @Test
    void a_bot_that_ends_early_fails_at_once() throws Exception {
        Verdict verdict = serve(recording(GREETED), FOREVER, says("NICK bot"));
        assertThat(verdict.timedOut()).isFalse();
        assertThat(verdict.findings()).singleElement().asString().contains("expected  USER bot 0 * :bot",
                "got       the connection ended");
    }

    @Test
    void one_that_never_connects_is_timed_out_and_one_that_is_gone_is_not_waited_for() throws Exception {
        Verdict verdict = serve(recording(GREETED), SHORT, server -> {
        });
        assertThat(verdict.timedOut()).isTrue();
        assertThat(verdict.findings()).singleElement().asString().contains("expected that bot connects to 127.0.0.1:",
                "nobody connected within 400ms");
        try (StandIn server = StandIn.open(recording(GREETED), Listening.ANYWHERE, LONG)) {
            server.gone("it ended with status 3");
            verdict = server.run();
        }
        assertThat(verdict.timedOut()).isFalse();
        assertThat(verdict.findings()).singleElement().asString().contains("next, and it ended with status 3");
    }

    @Test
    void who_looks_whether_anybody_is_there_is_nobody() throws Exception {
        assertThat(serve(recording("c1 +\nc1 < :s NOTICE * :first\nc1 > NICK bot\n"), LONG, server -> {
            new Peer(server).close();
            says("first|NICK bot").run(server);
        }).findings()).isEmpty();
    }

    /** It speaks first, so nobody would be taken for silent who is there no more. */
    @Test
    void who_looked_and_went_is_not_one_too_many() throws Exception {
        assertThat(serve(recording(GREETED), LONG, server -> {
            new Peer(server).close();
            says("NICK bot", "USER bot 0 * :bot", " 001 |JOIN #a", "how are you|PRIVMSG #a :alice: fine").run(server);
        }).findings()).isEmpty();
    }

    @Test
    void a_bot_of_another_nick_need_not_wait_for_those_who_come_later() throws Exception {
        Path file = recording("c1 +\nc1 > NICK one\nc1 < :s 001 one :hi\nc2 +\nc2 > NICK two\nc2 < :s 001 two :hi\n");
        assertThat(serve(file, LONG, server -> {
            try (Peer zed = new Peer(server)) {
                zed.say("NICK zed");
                zed.await("001 zed");
                says("NICK two").run(server);
            }
        }).findings()).isEmpty();
    }

    @Test
    void when_a_bot_lets_go_matters_only_while_its_server_has_not() throws Exception {
        assertThat(held("c1 +\nc1 > NICK bot\nc1 =\nc1 -\n", LONG).findings()).isEmpty();
        assertThat(held("c1 +\nc1 > NICK bot\nc1 -\n", SHORT).findings()).singleElement().asString()
                .contains("expected  the end of the connection");
    }

    /** Served to one who says its nick, and stays. */
    private Verdict held(String lines, ReplayOptions options) throws Exception {
        try (StandIn server = StandIn.open(recording(lines), Listening.ANYWHERE, options);
             Peer peer = new Peer(server.address())) {
            peer.say("NICK bot");
            return server.run();
        }
    }

    @Test
    void one_connection_too_many_is_found() throws Exception {
        Verdict verdict = serve(recording(GREETED), LONG, server -> {
            try (Peer one = new Peer(server); Peer two = new Peer(server)) {
                one.say("NICK bot");
                two.say("NICK bot");
                two.await("never");
            }
        });
        assertThat(verdict.findings()).singleElement().asString().contains("has 1 connection, and one more came");
    }

    @Test
    void what_belongs_to_different_rooms_may_come_in_any_order() throws Exception {
        Path file = recording("c1 +\nc1 > JOIN #a\nc1 > JOIN #b\nc1 > PRIVMSG #a :1\nc1 < :x!x@x PRIVMSG #b :go\n");
        assertThat(serve(file, LONG, says("JOIN #b", "JOIN #a", "PRIVMSG #a :1", "go|PING x")).findings()).isEmpty();
        assertThat(serve(file, LONG, says("JOIN #b", "PRIVMSG #a :1", "JOIN #a", "go|PING x")).findings()).hasSize(1);
    }

    @Test
    void a_ping_is_answered_with_its_token_and_one_of_the_server_goes_out() throws Exception {
        Path file = recording("c1 +\nc1 > NICK bot\nc1 < PING :4711\nc1 > PONG :4711\nc1 > JOIN #a\n");
        assertThat(serve(file, LONG, says("PING :mine", "PONG stand-in mine|NICK bot", "4711|JOIN #a")).findings())
                .isEmpty();
    }

    @Test
    void several_bots_get_the_parts_of_their_nicks() throws Exception {
        Path file = recording("""
                c1 +
                c1 > NICK one
                c1 < :s 001 one :hi one
                c2 +
                c2 > NICK two
                c2 < :s 001 two :hi two
                c1 < :two!t@h PRIVMSG one :hello
                c1 > PRIVMSG two :hello yourself
                """);
        assertThat(serve(file, LONG, server -> {
            try (Peer two = new Peer(server); Peer one = new Peer(server)) {
                two.say("NICK two");
                one.say("NICK one");
                two.await("hi two");
                one.await("PRIVMSG one :hello");
                one.say("PRIVMSG two :hello yourself");
                one.await("never");
            } catch (IOException e) {
                return; // that is how it ends
            }
        }).findings()).isEmpty();
    }

    @Test
    void answers_repeat_the_marks_that_a_client_uses_now() throws Exception {
        Path file = Files.writeString(directory.resolve("json.jsonl"), HEADER + """
                {"t":0,"who":"c1","opened":"client"}
                {"t":0,"who":"c1","dir":"out","event":{"do":"hello","nick":"bot","ref":"77"}}
                {"t":0,"who":"c1","dir":"in","event":{"on":"welcomed","re":"77","nick":"bot","server":"x","rooms":["#lobby"],"motd":""}}
                {"t":0,"who":"c1","dir":"out","event":{"do":"say","room":"#lobby","text":"I am bot","ref":"78"}}
                {"t":0,"who":"c1","dir":"in","event":{"on":"done","re":"78","room":"#lobby","cursor":"5"}}
                {"t":0,"who":"c1","dir":"out","event":{"do":"history","room":"#lobby","after":"5","limit":9,"ref":"79"}}
                {"t":0,"who":"c1","dir":"in","event":{"on":"done","re":"79","room":"#lobby","cursor":"5"}}
                """);
        assertThat(serve(file, LONG, server -> {
            try (Client client = Client.connect(server, new Inbox())) {
                assertThat(((Event.Welcomed) client.ask(new Command.Hello("zoe"))).nick()).isEqualTo("zoe");
                Event.Done done = (Event.Done) client.ask(new Command.Say("#lobby", "I am zoe"));
                client.ask(new Command.Recall("#lobby", done.cursor(), null, 9));
                client.drop(); // a goodbye would be more than was recorded
            }
        }).findings()).isEmpty();
    }

    @Test
    void bytes_that_are_no_line_are_said_as_they_are() throws Exception {
        Path file = Files.writeString(directory.resolve("bytes.jsonl"), HEADER + """
                {"t":0,"who":"c1","opened":"client"}
                {"t":0,"who":"c1","dir":"out","bytes":"/w0K"}
                {"t":0,"who":"c1","dir":"in","bytes":"/vv8"}
                """);
        assertThat(serve(file, LONG, server -> {
            try (Peer peer = new Peer(server)) {
                peer.send(new byte[]{(byte) 0xff, '\r', '\n'});
                assertThat(peer.bytes(3)).isEqualTo(new String(new byte[]{(byte) 0xfe, (byte) 0xfb, (byte) 0xfc},
                        StandardCharsets.ISO_8859_1));
            }
        }).findings()).isEmpty();
    }
}
