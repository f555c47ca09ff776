package parley.chatd.net;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatd.net.Guests.LOBBY;
import static parley.chatd.net.Guests.next;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.chatd.Daemon;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.Event.Joined;
import parley.protocol.Event.Refused;
import parley.protocol.Event.Said;
import parley.protocol.Refusal;
import parley.protocol.client.Client;
import parley.protocol.client.Inbox;

/** Promise: whatever a connection sends, it is refused by name, its session goes on, and nobody else notices. */
class HostileInputTest {

    private static final int LINE_LIMIT = 16 * 1024;

    private final Inbox bobHears = new Inbox();
    private Daemon daemon;
    private Client carol;
    private Wire mallory;

    /** What is sent, each character a byte, and the refusals that come of it. */
    record Attack(String name, String sent, List<Refusal> refusals) {

        Attack(String name, String sent, Refusal... refusals) {
            this(name, sent, List.of(refusals));
        }

        byte[] bytes() {
            return sent.getBytes(StandardCharsets.ISO_8859_1);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Attack> attacks() {
        return Stream.of(
                new Attack("a line one byte too long", say(LINE_LIMIT + 1), Refusal.LINE_TOO_LONG),
                new Attack("the longest line, with a text too long", say(LINE_LIMIT), Refusal.TEXT_TOO_LONG),
                new Attack("a megabyte", "x".repeat(1 << 20) + "\n", Refusal.LINE_TOO_LONG),
                new Attack("a line that is not UTF-8", "{\"do\":\"say\",\"text\":\"\u00e9\"}\n",
                        Refusal.NOT_UTF8),
                new Attack("binary garbage", garbage(), Refusal.NOT_UTF8),
                new Attack("the start of TLS", "\26\3\1\2\0\1\0\1\374\n", Refusal.NOT_UTF8),
                new Attack("an HTTP request", "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", Refusal.NOT_JSON,
                        Refusal.NOT_JSON),
                new Attack("deep arrays", "[".repeat(LINE_LIMIT - 1) + "\n", Refusal.NOT_JSON),
                new Attack("deep objects", "{\"a\":".repeat(3000) + "1" + "}".repeat(1000) + "\n", Refusal.NOT_JSON),
                new Attack("depth in a field", "{\"do\":\"say\",\"room\":" + "[".repeat(200) + "]".repeat(200) + "}\n",
                        Refusal.FIELD_INVALID),
                new Attack("NULs", "\0".repeat(1000) + "\n", Refusal.NOT_JSON),
                new Attack("a NUL in a text", "{\"do\":\"say\",\"room\":\"#lobby\",\"text\":\"a\\u0000b\"}\n",
                        Refusal.TEXT_INVALID),
                new Attack("half a surrogate pair", "{\"do\":\"say\",\"room\":\"#lobby\",\"text\":\"\\ud83d\"}\n",
                        Refusal.NOT_JSON),
                new Attack("a number beyond all measure",
                        "{\"do\":\"history\",\"room\":\"#lobby\",\"limit\":1e999999999}\n", Refusal.FIELD_INVALID),
                new Attack("an unknown command", "{\"do\":\"shutdown\"}\n", Refusal.UNKNOWN_COMMAND),
                new Attack("empty lines", "\n\r\n  \n\n"));
    }

    @BeforeEach
    void start() throws Exception {
        daemon = Guests.daemon();
        carol = Guests.guest(daemon, "carol", new Inbox());
        Guests.guest(daemon, "bob", bobHears);
        mallory = Wire.open(daemon.address());
    }

    /** What begins as TLS does is sent away, with a word that tells it so. */
    static Stream<Attack> attacksThatAreNoTls() {
        return attacks().filter(attack -> !attack.name().equals("the start of TLS"));
    }

    @AfterEach
    void stop() throws Exception {
        mallory.close();
        daemon.close();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void isRefusedByNameAndNobodyElseNotices(Attack attack) throws Exception {
        mallory.hello("mallory");
        assertThat(next(bobHears)).isEqualTo(new Joined(LOBBY, "mallory"));
        mallory.send(attack.bytes());
        assertThat(carol.ask(new Command.Say(LOBBY, "meanwhile"))).isInstanceOf(Event.Done.class);

        assertThat(refusalsUntilThePong()).isEqualTo(attack.refusals());
        assertThat(next(bobHears)).isInstanceOfSatisfying(Said.class,
                said -> assertThat(said.text()).isEqualTo("meanwhile"));
        mallory.send(say(100));
        assertThat(next(bobHears)).isInstanceOfSatisfying(Said.class,
                said -> assertThat(said.from()).isEqualTo("mallory"));
    }

    @ParameterizedTest
    @MethodSource("attacksThatAreNoTls")
    void isRefusedBeforeTheHelloToo(Attack attack) throws Exception {
        mallory.send(attack.bytes());
        assertThat(refusalsUntilThePong()).hasSameSizeAs(attack.refusals());
        mallory.hello("mallory");
        assertThat(next(bobHears)).isEqualTo(new Joined(LOBBY, "mallory"));
    }

    @Test
    void aMegabyteWithoutAnEndIsRefusedWhileItComes() throws Exception {
        mallory.hello("mallory");
        mallory.send("x".repeat(1 << 20));
        assertThat(mallory.next().orElseThrow().event()).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.why()).isEqualTo(Refusal.LINE_TOO_LONG));
        mallory.send("x".repeat(1 << 20) + "\n");
        assertThat(refusalsUntilThePong()).isEmpty();
    }

    @Test
    void aLineInPiecesOfOneByteIsALine() throws Exception {
        mallory.hello("mallory");
        for (byte one : "{\"do\":\"say\",\"room\":\"#lobby\",\"text\":\"caf\u00e9 \ud83d\ude00\"}\n"
                .getBytes(StandardCharsets.UTF_8)) {
            mallory.send(new byte[]{one});
        }
        assertThat(mallory.next().orElseThrow().event()).isInstanceOf(Event.Done.class);
        assertThat(next(bobHears)).isEqualTo(new Joined(LOBBY, "mallory"));
        assertThat(next(bobHears)).isInstanceOfSatisfying(Said.class,
                said -> assertThat(said.text()).isEqualTo("caf\u00e9 \ud83d\ude00"));
    }

    private List<Refusal> refusalsUntilThePong() throws Exception {
        mallory.send("{\"do\":\"ping\"}\n");
        List<Refusal> refusals = new ArrayList<>();
        for (Event event = nextAnswer(); !(event instanceof Event.Pong); event = nextAnswer()) {
            refusals.add(((Refused) event).why());
        }
        return refusals;
    }

    /** What mallory is told, except what carol says meanwhile. */
    private Event nextAnswer() throws Exception {
        Event event = mallory.next().orElseThrow().event();
        return event instanceof Said ? nextAnswer() : event;
    }

    /** A line of so many bytes, its end not counted, that says something. */
    private static String say(int bytes) {
        String start = "{\"do\":\"say\",\"room\":\"#lobby\",\"text\":\"";
        return start + "x".repeat(bytes - start.length() - 2) + "\"}\n";
    }

    private static String garbage() {
        byte[] bytes = new byte[5000];
        new Random(1).nextBytes(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1).replace('\n', ' ') + "\n";
    }
}
