package parley.chatd.net;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatd.net.Guests.LOBBY;
import static parley.chatd.net.Guests.next;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.chatd.Authority;
import parley.chatd.Authority.Issued;
import parley.chatd.Daemon;
import parley.chatd.Together;
import parley.protocol.Command;
import parley.protocol.Delivery;
import parley.protocol.Event;
import parley.protocol.Event.Joined;
import parley.protocol.Event.Said;
import parley.protocol.client.Client;
import parley.protocol.client.Disconnected;
import parley.protocol.client.Inbox;
import parley.protocol.link.ClientTls;

/** People over TLS are people like others. */
class TlsTest {

    private static final int MANY = 5000;

    @TempDir
    static Path folder;
    private static Issued server;
    private static ClientTls tls;

    private Daemon daemon;

    @BeforeAll
    static void issue() throws Exception {
        Authority authority = Authority.in(folder);
        server = authority.issue("server");
        tls = Secure.trusting(authority.certificate());
    }

    @BeforeEach
    void start() throws Exception {
        daemon = Secure.daemon(server, "");
    }

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void whoComesOverTlsAndWhoComesInTheClearTalkToEachOther() throws Exception {
        Inbox aliceHears = new Inbox();
        Inbox bobHears = new Inbox();
        try (Client alice = Secure.guest(daemon, tls, "alice", aliceHears);
             Client bob = Client.connect(Secure.inTheClear(daemon), bobHears)) {
            bob.ask(new Command.Hello("bob"));
            assertThat(next(aliceHears)).isEqualTo(new Joined(LOBBY, "bob"));
            alice.ask(new Command.Say(LOBBY, "over TLS ✓"));
            bob.ask(new Command.Say(LOBBY, "in the clear"));

            assertThat(next(bobHears)).isInstanceOfSatisfying(Said.class,
                    said -> assertThat(said.text()).isEqualTo("over TLS ✓"));
            assertThat(next(aliceHears)).isInstanceOfSatisfying(Said.class,
                    said -> assertThat(said.text()).isEqualTo("in the clear"));
            alice.quit("off");
            assertThat(next(bobHears)).isEqualTo(new Event.Left(LOBBY, "alice", "off"));
        }
    }

    @Test
    void manyMessagesInBothDirectionsAtOnceAllCome() throws Exception {
        Together.together(4, number -> {
            Inbox hears = new Inbox();
            try (Client client = Secure.guest(daemon, tls, "client" + number, hears)) {
                client.ask(new Command.Join("#echo" + number));
                List<CompletableFuture<Event.Answer>> answers = new ArrayList<>();
                for (int i = 0; i < MANY; i++) {
                    answers.add(client.send(new Command.Tell("client" + number, number + "." + i)));
                }
                for (int i = 0; i < MANY; i++) {
                    String expected = number + "." + i;
                    assertThat(nextTold(hears)).isEqualTo(expected);
                    assertThat(answers.get(i).get(10, TimeUnit.SECONDS)).isEqualTo(Event.Done.PLAIN);
                }
            }
            return List.of();
        });
    }

    private static String nextTold(Inbox hears) throws Exception {
        while (true) {
            if (next(hears) instanceof Event.Told told) {
                return told.text();
            }
        }
    }

    @Test
    void whoNeverReadsIsCutAtTheBoundAndTheOthersGetEverything() throws Exception {
        Inbox bobHears = new Inbox();
        try (Daemon narrow = Secure.daemon(server, "[limits]\noutbox_bytes = 65536\n");
             Client bob = Secure.guest(narrow, tls, "bob", bobHears);
             NeverReads stalled = new NeverReads();
             Client _ = Secure.guest(narrow, tls, "stalled", stalled)) {
            assertThat(next(bobHears)).isEqualTo(new Joined(LOBBY, "stalled"));
            stalled.begin();
            Optional<Event> left = Optional.empty();
            for (int i = 0; i < 10_000 && left.isEmpty(); i++) {
                assertThat(bob.ask(new Command.Say(LOBBY, "x".repeat(8000)))).isInstanceOf(Event.Done.class);
                left = bobHears.take(Duration.ZERO);
            }

            assertThat(left).contains(new Event.Left(LOBBY, "stalled", "too slow: over 65536 bytes were waiting"));
            assertThat(bob.ask(new Command.Ping())).isEqualTo(new Event.Pong());
        }
    }

    /** Hears nothing from some moment on, so that nothing more is read. */
    private static final class NeverReads implements parley.protocol.client.Listener, AutoCloseable {

        private final CountDownLatch over = new CountDownLatch(1);
        private volatile boolean begun;

        void begin() {
            begun = true;
        }

        @Override
        public void delivered(Delivery delivery) {
            if (begun) {
                awaitTheEnd();
            }
        }

        private void awaitTheEnd() {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void ended(Disconnected why) {
            // Nobody wants to know.
        }

        @Override
        public void close() {
            over.countDown();
        }
    }

    @Test
    void longLinesComeWhole() throws Exception {
        Inbox hears = new Inbox();
        String text = "ä".repeat(4000);
        try (Client alice = Secure.guest(daemon, tls, "alice", hears)) {
            List<CompletableFuture<Event.Answer>> answers =
                    IntStream.range(0, 500).mapToObj(i -> alice.send(new Command.Tell("alice", i + text))).toList();
            for (int i = 0; i < answers.size(); i++) {
                assertThat(nextTold(hears)).isEqualTo(i + text);
            }
        }
    }
}
