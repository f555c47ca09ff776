package parley.chatd.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static parley.chatd.net.Guests.LOBBY;
import static parley.chatd.net.Guests.next;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.chatd.Authority;
import parley.chatd.Authority.Issued;
import parley.chatd.Daemon;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.Event.Joined;
import parley.protocol.client.Client;
import parley.protocol.client.Inbox;
import parley.protocol.link.ClientTls;

/** Who comes to a TLS listener and does not speak TLS, or stops halfway, gets an end, and nobody else notices. */
class TlsStrangersTest {

    @TempDir
    static Path folder;
    private static Issued server;
    private static ClientTls tls;

    private final Inbox bobHears = new Inbox();
    private Daemon daemon;
    private Client bob;

    @BeforeAll
    static void issue() throws Exception {
        Authority authority = Authority.in(folder);
        server = authority.issue("server");
        tls = Secure.trusting(authority.certificate());
    }

    @BeforeEach
    void start() throws Exception {
        daemon = Secure.daemon(server, "");
        bob = Secure.guest(daemon, tls, "bob", bobHears);
    }

    @AfterEach
    void stop() {
        bob.close();
        daemon.close();
    }

    static Stream<byte[]> strangeWords() {
        byte[] garbage = new byte[100_000];
        new Random(7).nextBytes(garbage);
        byte[] garbledHello = garbage.clone();
        System.arraycopy(new byte[]{22, 3, 1, 2, 0, 1, 0, 1, (byte) 0xfc, 3, 3}, 0, garbledHello, 0, 11);
        return Stream.of("{\"do\":\"hello\",\"nick\":\"mallory\"}\n".getBytes(StandardCharsets.UTF_8),
                "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.UTF_8), garbage, garbledHello,
                new byte[0]);
    }

    @ParameterizedTest
    @MethodSource("strangeWords")
    void whoDoesNotSpeakTlsIsSentAway(byte[] words) throws Exception {
        try (Wire mallory = Wire.open(daemon.address())) {
            mallory.send(words);
            mallory.shutdownOutput();

            assertThatCode(mallory::skipToTheEnd).doesNotThrowAnyException();
        }
        assertThat(bob.ask(new Command.Ping())).isEqualTo(new Event.Pong());
        assertThat(daemon.chat().sessionCount()).isEqualTo(1);
    }

    @Test
    void whoStallsInTheHandshakeIsCutWhenTheTimeForAHelloIsOver() throws Exception {
        try (Daemon hasty = Secure.daemon(server, "[limits]\nhello = \"100ms\"\n");
             Wire silent = Wire.open(hasty.address());
             Wire halfway = Wire.open(hasty.address())) {
            halfway.send(new byte[]{22, 3, 1, 2, 0, 1, 0, 1, (byte) 0xfc, 3, 3});

            assertThat(silent.isCut()).isTrue();
            assertThat(halfway.isCut()).isTrue();
        }
    }

    @Test
    void aHandshakeUnderWayIsInNobodysWayAndDoesNotDelayTheEnd() throws Exception {
        try (Wire silent = Wire.open(daemon.address());
             Client carol = Secure.guest(daemon, tls, "carol", new Inbox())) {
            assertThat(next(bobHears)).isEqualTo(new Joined(LOBBY, "carol"));
            long begun = System.nanoTime();
            daemon.close();

            assertThat(System.nanoTime() - begun).isLessThan(4_000_000_000L);
            assertThat(silent.isCut()).isTrue();
            assertThat(carol).isNotNull();
        }
    }

    @Test
    void oneTooManyIsTurnedAwayBeforeItCostsAHandshake() throws Exception {
        try (Daemon small = Secure.daemon(server, "[limits]\nconnections = 1\n");
             Client alice = Secure.guest(small, tls, "alice", new Inbox());
             Wire carol = Wire.open(small.address())) {
            assertThat(carol.isCut()).isTrue();
            assertThat(alice.ask(new Command.Ping())).isEqualTo(new Event.Pong());
        }
    }

    @Test
    void whoSpeaksTlsAtAPortInTheClearIsToldInTheClear() throws Exception {
        try (Wire mallory = Wire.open(Secure.inTheClear(daemon))) {
            mallory.send(new byte[]{22, 3, 1, 2, 0, 1, 0, 1, (byte) 0xfc, 3, 3});

            assertThat(mallory.rest()).extracting(delivery -> delivery.event())
                    .containsExactly(new Event.Bye("TLS is not spoken at this port"));
        }
        await().until(() -> daemon.chat().sessionCount() == 1);
    }

    @Test
    void whoVanishesWithoutAGoodbyeIsGoneForTheOthersToo() throws Exception {
        try (Client carol = Secure.guest(daemon, tls, "carol", new Inbox())) {
            assertThat(next(bobHears)).isEqualTo(new Joined(LOBBY, "carol"));
            carol.drop();
            assertThat(next(bobHears)).isInstanceOfSatisfying(Event.Left.class,
                    left -> assertThat(left.nick()).isEqualTo("carol"));
        }
    }

    @Test
    void whoSaysNothingMoreStillHearsTheGoodbye() throws Exception {
        Inbox carolHears = new Inbox();
        try (Client carol = Secure.guest(daemon, tls, "carol", carolHears)) {
            var _ = carol.send(new Command.Say(LOBBY, "my last words"));
            carol.hangUp();

            assertThat(next(bobHears)).isEqualTo(new Joined(LOBBY, "carol"));
            assertThat(next(bobHears)).isInstanceOf(Event.Said.class);
            assertThat(next(bobHears)).isEqualTo(new Event.Left(LOBBY, "carol", "connection closed"));
        }
    }
}
