package parley.chatd;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatd.Together.together;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.chatd.config.Config;
import parley.chatd.core.Engine;
import parley.chatd.engine.Durability;
import parley.chatd.engine.FileEngine;
import parley.chatd.engine.MemoryEngine;
import parley.chatd.engine.Retention;
import parley.chatd.engine.Retentions;
import parley.protocol.Command.Hello;
import parley.protocol.Command.Say;
import parley.protocol.Cursor;
import parley.protocol.Event;
import parley.protocol.Event.Done;
import parley.protocol.Event.Said;
import parley.protocol.Event.Welcomed;
import parley.protocol.client.Client;
import parley.protocol.client.Inbox;

/**
 * Promise 1 over sockets: several people talk at once and do not wait for answers; all members, whether they talk or
 * not, hear all of it in one order, which is the history's as well.
 */
class RoomOrderTest {

    private static final String LOBBY = "#lobby";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int MEMBERS = 8;
    private static final int TALKERS = 4;
    private static final int WORDS = 1500;

    @TempDir
    Path folder;

    enum Kind {
        MEMORY, FILE
    }

    /** A message as everybody has to see it. */
    private record Heard(String cursor, String from, String text) {
        Heard(Said said) {
            this(said.cursor().value(), said.from(), said.text());
        }
    }

    private Engine engine(Kind kind) throws Exception {
        return switch (kind) {
            case MEMORY -> new MemoryEngine(TALKERS * WORDS);
            case FILE -> FileEngine.open(folder.resolve("history.db"), Durability.PROCESS,
                    Retentions.all(Retention.DEFAULT), InstantSource.system());
        };
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(60)
    void allMembersHearTheSameInTheSameOrder(Kind kind) throws Exception {
        try (Daemon daemon = Daemon.start(Config.standard().onPort(0), engine(kind))) {
            List<Client> members = new ArrayList<>();
            List<Inbox> ears = new ArrayList<>();
            for (int i = 0; i < MEMBERS; i++) {
                ears.add(new Inbox());
                members.add(Client.connect(daemon.address(), ears.get(i)));
                assertThat(members.get(i).ask(new Hello("member" + i, true))).isInstanceOf(Welcomed.class);
            }
            together(TALKERS, number -> talk(members.get(number - 1)));

            List<Heard> order = heard(ears.getFirst());
            for (Inbox others : ears.subList(1, MEMBERS)) {
                assertThat(heard(others)).isEqualTo(order);
            }
            assertNobodyWasMisheard(order);
            Inbox afterwards = new Inbox();
            Client late = Client.connect(daemon.address(), afterwards);
            late.ask(new Hello("late", false, Map.of(LOBBY, Cursor.NONE)));
            assertThat(heard(afterwards)).as("the history").isEqualTo(order);
        }
    }

    /** Says the numbers, each on its way before the one before it is answered. */
    private static List<Event> talk(Client talker) {
        List<CompletableFuture<Event.Answer>> answers = new ArrayList<>();
        for (int word = 0; word < WORDS; word++) {
            answers.add(talker.send(new Say(LOBBY, Integer.toString(word))));
        }
        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isInstanceOf(Done.class));
        return List.of();
    }

    private static List<Heard> heard(Inbox inbox) throws Exception {
        List<Heard> heard = new ArrayList<>();
        while (heard.size() < TALKERS * WORDS) {
            Event event = inbox.take(SOON).orElseThrow(() -> new AssertionError("only " + heard.size() + " came"));
            if (event instanceof Said said) {
                heard.add(new Heard(said));
            }
        }
        return heard;
    }

    private static void assertNobodyWasMisheard(List<Heard> order) {
        for (int i = 0; i < TALKERS; i++) {
            String nick = "member" + i;
            assertThat(order.stream().filter(it -> it.from().equals(nick)).map(Heard::text)).as("what %s said", nick)
                    .containsExactlyElementsOf(IntStream.range(0, WORDS).mapToObj(Integer::toString).toList());
        }
    }
}
