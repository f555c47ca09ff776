package parley.chatd.net;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatd.net.Guests.LOBBY;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chatd.Daemon;
import parley.chatd.Together;
import parley.chatd.config.Config;
import parley.chatd.core.Engine;
import parley.chatd.engine.Durability;
import parley.chatd.engine.FileEngine;
import parley.chatd.engine.MemoryEngine;
import parley.chatd.engine.Retention;
import parley.chatd.engine.Retentions;
import parley.protocol.Command;
import parley.protocol.Delivery;
import parley.protocol.Event;
import parley.protocol.Event.Done;
import parley.protocol.Event.Said;
import parley.protocol.client.Client;
import parley.protocol.client.Disconnected;
import parley.protocol.client.Inbox;
import parley.protocol.client.Listener;

/**
 * Promises: answers come in the order of the commands, and all members of a room hear one order, however fast it goes.
 */
class PipeliningTest {

    private static final int TALKERS = 4;
    private static final int EACH = 2500;

    @TempDir
    Path folder;

    enum Kind {
        MEMORY, FILE
    }

    /** Writes down all that one client hears. */
    private static final class Ear implements Listener {

        private final ConcurrentLinkedQueue<Delivery> heard = new ConcurrentLinkedQueue<>();

        @Override
        public void delivered(Delivery delivery) {
            heard.add(delivery);
        }

        @Override
        public void ended(Disconnected why) {
            // What was heard until then is what counts.
        }

        List<String> said() {
            return heard.stream().filter(it -> it.event() instanceof Said).map(it -> ((Said) it.event()).text())
                    .toList();
        }

        List<String> done() {
            return heard.stream().filter(it -> it.event() instanceof Done done && done.cursor() != null)
                    .map(Delivery::re).toList();
        }
    }

    /** One who sends everything without waiting for an answer; a message's ref is its text. */
    private record Talker(String nick, Ear ear, Client client) {

        List<String> texts() {
            return IntStream.range(0, EACH).mapToObj(i -> nick + " " + i).toList();
        }

        List<CompletableFuture<Event.Answer>> talk() {
            return texts().stream().map(text -> client.send(new Command.Say(LOBBY, text), text)).toList();
        }

        void check(List<String> order) {
            Map<Boolean, List<String>> mine =
                    order.stream().collect(Collectors.partitioningBy(text -> text.startsWith(nick + " ")));
            assertThat(mine.get(true)).as("%s as others hear it", nick).isEqualTo(texts());
            assertThat(ear.done()).as("answers to %s", nick).isEqualTo(texts());
            assertThat(ear.said()).as("what %s hears", nick).isEqualTo(mine.get(false));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everythingSentAtOnceIsAnsweredInOrderAndHeardInOneOrder(Kind kind) throws Exception {
        try (Daemon daemon = Daemon.start(Config.standard().onPort(0), engine(kind))) {
            Ear observer = new Ear();
            Client silent = Guests.guest(daemon, "observer", observer);
            List<Talker> talkers = new ArrayList<>();
            for (int number = 1; number <= TALKERS; number++) {
                Ear ear = new Ear();
                String nick = "talker" + number;
                talkers.add(new Talker(nick, ear, Guests.guest(daemon, nick, ear)));
            }

            List<CompletableFuture<Event.Answer>> answers =
                    Together.together(TALKERS, number -> talkers.get(number - 1).talk());
            for (Talker talker : talkers) {
                assertThat(talker.client().ask(new Command.Sync())).isEqualTo(Done.PLAIN);
            }
            assertThat(silent.ask(new Command.Sync())).isEqualTo(Done.PLAIN);

            assertThat(observer.said()).hasSize(TALKERS * EACH);
            assertThat(answers).hasSize(TALKERS * EACH).allMatch(CompletableFuture::isDone);
            talkers.forEach(talker -> talker.check(observer.said()));
        }
    }

    /** What has come whole is done, though nothing follows, or what follows is no command. */
    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\n\n \n", "{\"do\":\"sa", "x", "TOO LONG", "TOO LONG\n", "not json\n"})
    void whatIsSaidDoesNotWaitForWhatComesNext(String next) throws Exception {
        try (Daemon daemon = Guests.daemon(); Wire alice = Wire.open(daemon.address()).hello("alice")) {
            Inbox bobHears = new Inbox();
            Client bob = Guests.guest(daemon, "bob", bobHears);
            for (int i = 0; i < 20; i++) {
                String say = "{\"do\":\"say\",\"room\":\"#lobby\",\"text\":\"%s\"}\n";
                alice.send(say.formatted("a" + i) + say.formatted("b" + i)
                        + next.replace("TOO LONG", "x".repeat(20_000)));
                assertThat(((Said) Guests.next(bobHears)).text()).isEqualTo("a" + i);
                assertThat(((Said) Guests.next(bobHears)).text()).isEqualTo("b" + i);
                alice.send("\n");
            }
            bob.close();
        }
    }

    private Engine engine(Kind kind) throws Exception {
        return switch (kind) {
            case MEMORY -> new MemoryEngine(100);
            case FILE -> FileEngine.open(folder.resolve("history.db"), Durability.PROCESS,
                    Retentions.all(new Retention(100_000, Duration.ofDays(1))), InstantSource.system());
        };
    }
}
