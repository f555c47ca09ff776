package parley.chatd.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.protocol.Address;
import parley.protocol.Command;
import parley.protocol.Cursor;
import parley.protocol.Event;
import parley.protocol.Event.Done;
import parley.protocol.Event.Said;
import parley.protocol.Event.Welcomed;
import parley.protocol.client.Client;
import parley.protocol.client.Disconnected;
import parley.protocol.client.Inbox;

/**
 * Promise 3 where it is hardest: the daemon is killed again and again in the midst of a talk, the listener loses its
 * connection in between, the talker says again what was not answered; and the listener hears each message once, in order.
 */
class ComeBackTest {

    private static final int LIVES = 8;
    private static final String LOBBY = "#lobby";
    private static final Duration SOON = Duration.ofSeconds(10);

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final Talker talker = new Talker();
    private final List<String> heard = new ArrayList<>();
    private Cursor seen = new Cursor("0");

    @TempDir
    Path folder;

    @Test
    @Timeout(120)
    void whatWasMissedComesOnceHoweverOftenAnybodyDies() throws Exception {
        Path config = Files.writeString(folder.resolve("chatd.toml"),
                "[history]\nfile = \"" + folder.resolve("history.db") + "\"\n");
        for (int life = 1; life <= LIVES; life++) {
            try (DaemonProcess daemon = DaemonProcess.start(folder, "--config", config.toString())) {
                Thread talk = Thread.ofVirtual().start(() -> talker.talk(daemon.address(), Integer.MAX_VALUE));
                for (int visit = 0; visit < 4; visit++) {
                    listen(daemon.address(), heard.size() + 1 + random.nextInt(200));
                }
                daemon.kill();
                talk.join();
            }
        }
        try (DaemonProcess daemon = DaemonProcess.start(folder, "--config", config.toString())) {
            talker.talk(daemon.address(), talker.next + 10);
            listen(daemon.address(), talker.next);
        }
        assertThat(heard).as("seed %d", seed)
                .isEqualTo(IntStream.range(0, talker.next).mapToObj(Integer::toString).toList());
    }

    /** Comes back, hears until it has heard so many in all, and is gone without a word. */
    private void listen(Address address, int enough) throws Exception {
        Inbox inbox = new Inbox();
        Client listener = Client.connect(address, inbox);
        // The server may still hold the nick for the connection that was lost a moment ago.
        assertThat(listener.ask(new Command.Hello("listener" + random.nextLong(), false, Map.of(LOBBY, seen))))
                .isInstanceOf(Welcomed.class);
        while (heard.size() < enough) {
            Event event = inbox.take(SOON).orElseThrow(() -> new AssertionError("seed " + seed + ": heard no more"));
            if (event instanceof Said said) {
                heard.add(said.text());
                seen = said.cursor();
            }
        }
        listener.drop();
    }

    /** Says the numbers from 0 on; after a death it says again, with the same refs, what was not answered. */
    private static final class Talker {
        private final ConcurrentSkipListSet<Integer> unanswered = new ConcurrentSkipListSet<>();
        private volatile Cursor acknowledged = new Cursor("0");
        private volatile boolean dead;
        private int next; // read only when no thread talks

        /** Talks until it has said so many numbers, and all were answered, or the server dies. */
        void talk(Address address, int end) {
            Semaphore window = new Semaphore(50);
            List<CompletableFuture<?>> answers = new ArrayList<>();
            dead = false;
            try {
                Client client = Client.connect(address, new Inbox());
                client.ask(new Command.Hello("talker", false, Map.of(LOBBY, acknowledged)));
                for (int number : List.copyOf(unanswered)) {
                    answers.add(say(client, number, window));
                }
                for (; next < end && !dead; next++) {
                    window.acquire();
                    unanswered.add(next);
                    answers.add(say(client, next, window));
                }
            } catch (IOException e) {
                assertThat(e).isInstanceOf(Disconnected.class);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            answers.forEach(answer -> answer.handle((done, failure) -> done).join());
        }

        private CompletableFuture<?> say(Client client, int number, Semaphore window) {
            return client.send(new Command.Say(LOBBY, Integer.toString(number)), "n" + number)
                    .whenComplete((answer, failure) -> {
                        if (answer instanceof Done done && done.cursor() != null) {
                            acknowledged = done.cursor();
                            unanswered.remove(number);
                        } else {
                            dead = true;
                        }
                        window.release();
                    });
        }
    }
}
