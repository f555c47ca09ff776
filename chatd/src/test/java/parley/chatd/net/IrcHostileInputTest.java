package parley.chatd.net;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatd.net.Guests.LOBBY;
import static parley.chatd.net.Guests.next;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.chatd.Daemon;
import parley.chatd.config.ConfigFile;
import parley.chatd.engine.MemoryEngine;
import parley.protocol.Command.Say;
import parley.protocol.Event.Done;
import parley.protocol.Event.Joined;
import parley.protocol.Event.Said;
import parley.protocol.client.Client;
import parley.protocol.client.Inbox;

/** Whatever comes to a listener for IRC is answered as IRC has it, and nobody else notices. */
class IrcHostileInputTest {

    private final Inbox bobHears = new Inbox();
    private Daemon daemon;
    private Client carol;
    private Wire mallory;

    /** What is sent, each character a byte, and what is answered. */
    record Attack(String name, String sent, List<String> answers) {
        Attack(String name, String sent, String... answers) {
            this(name, sent, List.of(answers));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Attack> attacks() {
        String tooLong = ":chatd.localhost 417 mallory :Input line was too long";
        String noUtf8 = ":chatd.localhost FAIL * INVALID_UTF8 :a line is UTF-8; this one is not and was skipped";
        String noLine =
                ":chatd.localhost FAIL * INVALID_LINE :a line has a command and no U+0000; this one was skipped";
        return Stream.of(new Attack("a line one byte too long", "PRIVMSG #lobby :" + "x".repeat(495) + "\r\n", tooLong),
                new Attack("tags one byte too long", "@" + "x".repeat(4095) + " PING x\r\n", tooLong),
                new Attack("a megabyte", "x".repeat(1 << 20) + "\n", tooLong),
                new Attack("no UTF-8", "PRIVMSG #lobby :\u00e9\r\n", noUtf8),
                new Attack("NULs", "PRIVMSG #lobby :a\0b\r\n" + "\0".repeat(50) + "\n", noLine, noLine),
                new Attack("tags alone", "@a=b\r\n:x\r\n", noLine, noLine), new Attack("empty lines", "\r\n\n   \n"),
                new Attack("HTTP within a session", "DELETE / HTTP/1.1\r\n",
                        ":chatd.localhost 421 mallory DELETE :Unknown command"),
                new Attack("an end and a beginning in a text", "PRIVMSG #lobby :a\rQUIT\r\n", noLine));
    }

    private void start(String... limits) throws Exception {
        String config = """
                listen = ["127.0.0.1:0", {address = "127.0.0.1:0", dialect = "irc"}]
                [limits]
                """ + String.join("\n", limits);
        daemon = Daemon.start(ConfigFile.parse("test", config), new MemoryEngine(1000));
        carol = Guests.guest(daemon, "carol", new Inbox());
        Guests.guest(daemon, "bob", bobHears);
        mallory = Wire.open(daemon.ircAddress().orElseThrow());
    }

    @AfterEach
    void stop() throws Exception {
        mallory.close();
        daemon.close();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void isAnsweredAndNobodyElseNotices(Attack attack) throws Exception {
        start();
        register();
        mallory.send(attack.sent().getBytes(StandardCharsets.ISO_8859_1));
        assertThat(answersUntilThePong()).isEqualTo(attack.answers());
        assertThat(carol.ask(new Say(LOBBY, "meanwhile"))).isInstanceOf(Done.class);
        assertHeard("carol", "meanwhile");
        mallory.send("PRIVMSG #lobby :sorry\r\n");
        assertHeard("mallory", "sorry");
    }

    @Test
    void aBrowserIsSentAway() throws Exception {
        start();
        mallory.send("POST / HTTP/1.1\r\nHost: localhost\r\n\r\nNICK mallory\r\nUSER m 0 * :m\r\n");
        assertThat(mallory.nextLine()).contains("ERROR :Closing link: this is IRC; HTTP is spoken elsewhere");
        assertThat(restOfLines()).isEmpty();
    }

    @Test
    void whoDoesNotRegisterIsSentAway() throws Exception {
        start("hello = \"50ms\"");
        mallory.send("NICK mallory\r\n");
        assertThat(mallory.nextLine()).contains("ERROR :Closing link: no hello within 50ms");
    }

    @Test
    void aLineInPiecesOfOneByteIsALine() throws Exception {
        start();
        register();
        for (byte one : "PRIVMSG #lobby :caf\u00e9 \ud83d\ude00\r\n".getBytes(StandardCharsets.UTF_8)) {
            mallory.send(new byte[]{one});
        }
        assertHeard("mallory", "caf\u00e9 \ud83d\ude00");
    }

    @Test
    void whatComesTooFastIsRefused() throws Exception {
        start("exempt = []", "commands_per_second = 1", "burst = 20");
        register();
        mallory.send("WHO #lobby\r\n".repeat(40));
        mallory.send("PING end\r\n");
        List<String> answers = answersUntil("PONG");
        assertThat(answers).filteredOn(line -> line.contains(" 315 ")).hasSizeBetween(10, 20);
        assertThat(answers).filteredOn(line -> line.startsWith(":chatd.localhost 263 mallory WHO :"))
                .hasSizeGreaterThanOrEqualTo(20);
    }

    private void register() throws Exception {
        mallory.send("NICK mallory\r\nUSER m 0 * :m\r\n");
        answersUntilThePong();
        assertThat(next(bobHears)).isEqualTo(new Joined(LOBBY, "mallory"));
    }

    private void assertHeard(String from, String text) throws Exception {
        assertThat(next(bobHears)).isInstanceOfSatisfying(Said.class, said -> {
            assertThat(said.from()).isEqualTo(from);
            assertThat(said.text()).isEqualTo(text);
        });
    }

    private List<String> answersUntilThePong() throws Exception {
        mallory.send("PING end\r\n");
        return answersUntil("PONG");
    }

    private List<String> answersUntil(String verb) throws Exception {
        List<String> answers = new ArrayList<>();
        for (String line = mallory.nextLine().orElseThrow(); !line.contains(" " + verb + " "); line =
                mallory.nextLine().orElseThrow()) {
            answers.add(line);
        }
        return answers;
    }

    private List<String> restOfLines() throws Exception {
        List<String> rest = new ArrayList<>();
        for (Optional<String> line = mallory.nextLine(); line.isPresent(); line = mallory.nextLine()) {
            rest.add(line.get());
        }
        return rest;
    }
}
