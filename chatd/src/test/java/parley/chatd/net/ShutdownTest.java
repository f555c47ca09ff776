package parley.chatd.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static parley.chatd.net.Guests.LOBBY;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import parley.chatd.CannotListen;
import parley.chatd.Daemon;
import parley.chatd.config.Config;
import parley.chatd.config.ConfigFile;
import parley.chatd.core.Engine;
import parley.chatd.engine.Durability;
import parley.chatd.engine.FileEngine;
import parley.chatd.engine.Retention;
import parley.chatd.engine.Retentions;
import parley.protocol.Address;
import parley.protocol.Command;
import parley.protocol.Delivery;
import parley.protocol.Event;
import parley.protocol.client.Client;
import parley.protocol.client.Disconnected;
import parley.protocol.client.Inbox;
import parley.protocol.client.Listener;
import parley.protocol.client.Unreachable;

/** Promise: a server that is closed says goodbye, waits for nobody for long, and leaves nothing behind. */
@Isolated("it looks for threads by their names")
class ShutdownTest {

    private static final String GOODBYE = "the server is shutting down";

    @TempDir
    Path folder;

    @Test
    void everyoneReadsTheReasonAndThenTheEnd() throws Exception {
        Daemon daemon = Guests.daemon();
        Thread closing = Thread.ofVirtual().unstarted(daemon::close);
        try (Wire alice = Wire.open(daemon.address()).hello("alice"); Wire nobody = Wire.open(daemon.address())) {
            nobody.send("{\"do\":\"ping\"}\n");
            assertThat(nobody.next()).contains(new Delivery(null, new Event.Pong()));
            closing.start();
            Delivery bye = new Delivery(null, new Event.Bye(GOODBYE));
            assertThat(alice.rest()).containsExactly(bye);
            assertThat(nobody.rest()).containsExactly(bye);
        }
        assertThat(closing.join(Duration.ofSeconds(3))).isTrue();
    }

    @Test
    void whoWasInTheMidstOfItGetsAnEndToEveryCommand() throws Exception {
        Daemon daemon = Guests.daemon();
        Inbox aliceHears = new Inbox();
        Client alice = Guests.guest(daemon, "alice", aliceHears);
        List<CompletableFuture<Event.Answer>> answers = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            answers.add(alice.send(new Command.Say(LOBBY, "hi")));
        }
        daemon.close();
        assertThat(catchThrowableOfType(Disconnected.class, () -> drain(aliceHears))).hasMessage(GOODBYE);
        assertThat(answers).allMatch(CompletableFuture::isDone);
    }

    @Test
    void whoNeverStopsTalkingGetsAllAnswersAndTheReasonToo() throws Exception {
        Daemon daemon = Guests.daemon();
        Recording others = new Recording();
        Guests.guest(daemon, "bob", others);
        Thread closing = Thread.ofVirtual().unstarted(daemon::close);
        try (Wire alice = Wire.openNarrow(daemon.address()).hello("alice")) {
            Thread.ofVirtual().start(() -> sayUntilItBreaks(alice));
            await().until(() -> others.said() > 200); // its own narrow window slows the talker down
            closing.start();
            List<Delivery> answers = alice.rest();

            assertThat(answers).last().isEqualTo(new Delivery(null, new Event.Bye(GOODBYE)));
            assertThat(answers).hasSizeGreaterThan(others.said());
        }
        assertThat(closing.join(Duration.ofSeconds(10))).isTrue(); // bob has much to read, too
    }

    private static void sayUntilItBreaks(Wire wire) {
        try {
            while (true) {
                wire.send("{\"do\":\"say\",\"room\":\"#lobby\",\"text\":\"and on\"}\n");
            }
        } catch (IOException e) {
            // The server hears nothing more, which ends the talk.
        }
    }

    /** Counts what was said. */
    private static final class Recording implements Listener {
        private final AtomicInteger said = new AtomicInteger();

        @Override
        public void delivered(Delivery delivery) {
            if (delivery.event() instanceof Event.Said) {
                said.incrementAndGet();
            }
        }

        @Override
        public void ended(Disconnected why) {
            // The count is what matters.
        }

        int said() {
            return said.get();
        }
    }

    @Test
    void whoComesWhileItClosesIsSentAwayAtOnce() throws Exception {
        for (int round = 0; round < 20; round++) {
            Daemon daemon = Guests.daemon();
            Address address = daemon.address();
            Queue<Client> guests = new ConcurrentLinkedQueue<>();
            Thread crowd = Thread.ofVirtual().start(() -> crowdIn(address, guests));
            await().pollInterval(Duration.ofMillis(1)).until(() -> daemon.chat().sessionCount() > 5);
            long start = System.nanoTime();
            daemon.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
            crowd.join();
            guests.forEach(Client::drop);
        }
    }

    @Test
    void itWaitsForAStalledReaderButNotForLong() throws Exception {
        Daemon daemon = Guests.daemon();
        try (Wire stalled = Wire.openNarrow(daemon.address()).hello("stalled")) {
            Client alice = Guests.guest(daemon, "alice", new Inbox());
            for (int i = 0; i < 800; i++) {
                assertThat(alice.ask(new Command.Say(LOBBY, "x".repeat(8000)))).isInstanceOf(Event.Done.class);
            }
            long start = System.nanoTime();
            daemon.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(7));
            assertThat(stalled).isNotNull();
        }
    }

    @Test
    void itLeavesNoThreadAndNoPortAndNoLockBehind() throws Exception {
        List<String> before = threads();
        for (int life = 0; life < 2; life++) {
            Daemon daemon = Daemon.start(Config.standard().onPort(0), history());
            Address address = daemon.address();
            Client alice = Guests.guest(daemon, "alice", new Inbox());
            alice.ask(new Command.Say(LOBBY, "hi"));
            alice.ask(new Command.Recall(LOBBY, null, null, 10));
            assertThat(threads()).hasSize(before.size() + 4);
            daemon.close();
            daemon.close();
            try (ServerSocket next = new ServerSocket()) {
                next.setReuseAddress(true);
                next.bind(address.resolve());
                await().untilAsserted(() -> assertThat(threads()).isEqualTo(before));
            }
        }
    }

    @Test
    void aPortInUseIsOneSentenceAndNothingIsLeftRunning() throws Exception {
        List<String> before = threads();
        try (ServerSocket taken = new ServerSocket(0)) {
            int port = taken.getLocalPort();
            assertCannotListen("127.0.0.1:" + port,
                    "cannot listen at 127.0.0.1:" + port + ": Address already in use; another program may have it:"
                            + " choose another with --port N, or --port 0 for any free one");
        }
        await().untilAsserted(() -> assertThat(threads()).isEqualTo(before));
    }

    @Test
    void aHostThatIsNotThereIsOneSentenceToo() throws Exception {
        List<String> before = threads();
        assertCannotListen("no-such-host.invalid:0",
                "cannot listen at no-such-host.invalid:0: there is no host of that name");
        await().untilAsserted(() -> assertThat(threads()).isEqualTo(before));
    }

    private void assertCannotListen(String address, String sentence) throws Exception {
        Config config = ConfigFile.parse("test", "listen = [\"127.0.0.1:0\", \"" + address + "\"]");
        Engine engine = history();
        assertThat(catchThrowableOfType(CannotListen.class, () -> Daemon.start(config, engine))).hasMessage(sentence);
        history().close();
    }

    private Engine history() throws Exception {
        return FileEngine.open(folder.resolve("history.db"), Durability.PROCESS,
                Retentions.all(new Retention(1000, Duration.ofDays(1))), InstantSource.system());
    }

    private static void crowdIn(Address address, Queue<Client> guests) {
        try {
            while (true) {
                guests.add(Client.connect(address, new Inbox()));
            }
        } catch (Unreachable e) {
            // The server is closed, which ends the crowd.
        }
    }

    private static void drain(Inbox inbox) throws Exception {
        while (true) {
            inbox.take();
        }
    }

    /** The server's threads, virtual ones included, as a thread dump shows them. */
    private List<String> threads() throws IOException {
        Path dump = Files.createTempDirectory(folder, "threads").resolve("dump");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpThreads(dump.toString(),
                ThreadDumpFormat.TEXT_PLAIN);
        try (var lines = Files.lines(dump)) {
            return lines.filter(line -> line.matches("#\\d+ \"(listener|committer|ticker|history-reader)\".*"))
                    .map(line -> line.substring(0, line.indexOf(' ', line.indexOf('"')))).sorted().toList();
        }
    }
}
