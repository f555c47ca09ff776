package parley.chatd.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.protocol.Command;
import parley.protocol.Cursor;
import parley.protocol.Event;
import parley.protocol.Event.Done;
import parley.protocol.Event.Said;
import parley.protocol.client.Client;
import parley.protocol.client.Disconnected;
import parley.protocol.client.Inbox;

/** Promise 2: what was acknowledged is in the history, and survives {@code kill -9}, in the midst of a load. */
class SuddenDeathTest {

    private static final int DEATHS = 50;
    private static final int CLIENTS = 4;
    private static final int WINDOW = 64;
    private static final String ROOM = "#lobby";

    @TempDir
    Path folder;

    /** What the clients were told in one life of the daemon. */
    private record Life(Map<String, String> acknowledged, List<Said> delivered) {
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES) // fifty lives take their time, most of it to be born
    void fiftyDeathsLoseDoubleAndReorderNothing() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Path config = folder.resolve("chatd.toml");
        Files.writeString(config, "[history]\nfile = \"" + folder.resolve("history.db") + "\"\n");
        Cursor seen = new Cursor("0");
        Life last = new Life(Map.of(), List.of());
        for (int death = 0; death <= DEATHS; death++) {
            try (DaemonProcess daemon = DaemonProcess.start(folder, "--config", config.toString())) {
                List<Said> history = historyAfter(daemon, seen);
                assertThat(history).as("seed %d, after death %d", seed, death).satisfies(new Account(last)::check);
                seen = history.isEmpty() ? seen : history.getLast().cursor();
                last = death == DEATHS ? last : liveAndDie(daemon, death, 20 + random.nextInt(400));
            }
        }
    }

    /** Loads the daemon until it has acknowledged so many messages, and kills it while more are on their way. */
    private static Life liveAndDie(DaemonProcess daemon, int life, int acknowledgements) throws Exception {
        Map<String, String> acknowledged = new ConcurrentHashMap<>();
        CountDownLatch enough = new CountDownLatch(acknowledgements);
        List<Thread> talkers = new ArrayList<>();
        Inbox ear = new Inbox();
        Client listener = Client.connect(daemon.address(), ear);
        listener.ask(new Command.Hello("listener"));
        for (int i = 0; i < CLIENTS; i++) {
            String name = "talker" + i;
            talkers.add(Thread.ofVirtual().start(() -> talk(daemon, name, life, acknowledged, enough)));
        }
        enough.await();
        daemon.kill();
        for (Thread talker : talkers) {
            talker.join();
        }
        return new Life(acknowledged, drain(ear));
    }

    private static void talk(DaemonProcess daemon, String name, int life, Map<String, String> acknowledged,
            CountDownLatch enough) {
        Semaphore window = new Semaphore(WINDOW);
        AtomicBoolean dead = new AtomicBoolean();
        try {
            Client client = Client.connect(daemon.address(), new Inbox());
            client.ask(new Command.Hello(name));
            for (int n = 0; !dead.get(); n++) {
                window.acquire();
                String text = "%s %d %06d".formatted(name, life, n);
                var _ = client.send(new Command.Say(ROOM, text)).whenComplete((answer, failure) -> {
                    dead.set(failure != null);
                    if (answer instanceof Done done && done.cursor() != null) {
                        acknowledged.put(text, done.cursor().value());
                        enough.countDown();
                    }
                    window.release();
                });
            }
        } catch (IOException e) {
            assertThat(e).isInstanceOf(Disconnected.class);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Said> drain(Inbox inbox) throws InterruptedException {
        List<Said> said = new ArrayList<>();
        try {
            while (true) {
                if (inbox.take() instanceof Said message) {
                    said.add(message);
                }
            }
        } catch (Disconnected e) {
            return said;
        }
    }

    private static List<Said> historyAfter(DaemonProcess daemon, Cursor seen) throws Exception {
        Inbox inbox = new Inbox();
        List<Said> history = new ArrayList<>();
        try (Client reader = Client.connect(daemon.address(), inbox)) {
            reader.ask(new Command.Hello("reader"));
            Cursor from = seen;
            boolean more = true;
            while (more) {
                Done done = (Done) reader.ask(new Command.Recall(ROOM, from, null, 1000));
                more = done.more();
                from = done.cursor() == null ? from : done.cursor();
                for (Optional<Event> event = inbox.take(Duration.ZERO); event.isPresent(); event =
                        inbox.take(Duration.ZERO)) {
                    if (event.get() instanceof Said said) {
                        history.add(said);
                    }
                }
            }
        }
        return history;
    }

    /** Holds a life's history against what its clients were told. */
    private record Account(Life life) {

        void check(List<? extends Said> history) {
            Map<String, String> found = new HashMap<>();
            Map<String, String> lastOf = new HashMap<>();
            for (Said said : history) {
                assertThat(found.put(said.text(), said.cursor().value())).as("doubled: %s", said.text()).isNull();
                String before = lastOf.put(said.from(), said.text());
                assertThat(before == null || before.compareTo(said.text()) < 0)
                        .as("%s before %s", before, said.text())
                        .isTrue();
            }
            assertThat(found).as("acknowledged").containsAllEntriesOf(life.acknowledged());
            assertThat(history.stream().map(Said::text).toList()).as("delivered, in its order")
                    .containsSubsequence(life.delivered().stream().map(Said::text).toList());
        }
    }
}
