package parley.chatd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
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
import parley.protocol.Command.Join;
import parley.protocol.Command.Recall;
import parley.protocol.Command.Say;
import parley.protocol.Command.Sync;
import parley.protocol.Cursor;
import parley.protocol.Event;
import parley.protocol.Event.Done;
import parley.protocol.Event.Gap;
import parley.protocol.Event.Said;
import parley.protocol.Refusal;
import parley.protocol.client.Client;
import parley.protocol.client.Inbox;

/** Promise 3: a client that comes back with its cursor gets exactly what it missed, once, and then what is live. */
class ResumeTest {

    private static final String LOBBY = "#lobby";
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private Daemon daemon;

    enum Kind {
        MEMORY, FILE
    }

    private void start(Kind kind, int history) throws Exception {
        Engine engine = switch (kind) {
            case MEMORY -> new MemoryEngine(history);
            case FILE -> FileEngine.open(folder.resolve("history.db"), Durability.PROCESS,
                    Retentions.all(new Retention(history, Duration.ofDays(1))), InstantSource.system());
        };
        daemon = Daemon.start(Config.standard().onPort(0), engine);
    }

    @AfterEach
    void stop() {
        daemon.close();
    }

    @ParameterizedTest
    @EnumSource
    void whatWasMissedComesOnceAndThenWhatIsLive(Kind kind) throws Exception {
        start(kind, 1000);
        Client alice = hello("alice", new Inbox(), Map.of());
        Cursor seen = say(alice, "seen", "1");
        say(alice, "missed 1", "2");
        say(alice, "missed 2", "3");

        Inbox inbox = new Inbox();
        hello("bob", inbox, Map.of(LOBBY, seen)).ask(new Sync());
        say(alice, "live", "4");

        assertThat(said(inbox, 3)).extracting(Said::text, Said::past).containsExactly(
                tuple("missed 1", true),
                tuple("missed 2", true),
                tuple("live", false));
    }

    @ParameterizedTest
    @EnumSource
    void theSeamHoldsWhileOthersTalkWithoutAPause(Kind kind) throws Exception {
        start(kind, 1_000_000);
        Random random = new Random(7);
        Client talker = hello("talker", new Inbox(), Map.of());
        Cursor before = say(talker, "before", "x");
        int messages = 20_000;
        Thread talk = Thread.ofVirtual().start(() -> IntStream.range(0, messages)
                .forEach(i -> talker.sendLine("{\"do\":\"say\",\"room\":\"#lobby\",\"text\":\"" + i + "\"}")));

        List<String> heard = new ArrayList<>();
        Cursor seen = before;
        while (heard.size() < messages) {
            Inbox inbox = new Inbox();
            Client listener = hello("listener", inbox, Map.of(LOBBY, seen));
            List<Said> some = said(inbox, Math.min(messages - heard.size(), 1 + random.nextInt(2000)));
            some.forEach(said -> heard.add(said.text()));
            seen = some.getLast().cursor();
            listener.close();
        }
        talk.join();

        assertThat(heard).isEqualTo(IntStream.range(0, messages).mapToObj(Integer::toString).toList());
    }

    @ParameterizedTest
    @EnumSource
    void whileOldMessagesAreRemovedEachComesOnceOrAGapSaysThatSomeAreGone(Kind kind) throws Exception {
        start(kind, 300);
        Random random = new Random(11);
        Client talker = hello("talker", new Inbox(), Map.of());
        Cursor seen = say(talker, "0", "first");
        int said = 1;
        int heard = 0;
        int gaps = 0;
        int whole = 0;
        for (int visit = 0; visit < 40; visit++) {
            int from = said;
            int to = from + 50 + random.nextInt(800);
            int enough = from + random.nextInt(to - from);
            Thread talk = Thread.ofVirtual().start(() -> IntStream.range(from, to)
                    .forEach(i -> talker.sendLine("{\"do\":\"say\",\"room\":\"#lobby\",\"text\":\"" + i + "\"}")));
            Inbox inbox = new Inbox();
            Client listener = hello("listener", inbox, Map.of(LOBBY, seen));
            boolean gap = false;
            while (heard < enough) {
                Event event = inbox.take(SOON).orElseThrow(() -> new AssertionError("no more came"));
                gap |= event instanceof Gap;
                if (event instanceof Said it) {
                    int number = Integer.parseInt(it.text());
                    if (gap) {
                        assertThat(number).as("the first after a gap").isGreaterThan(heard);
                        gaps += number > heard + 1 ? 1 : 0; // a gap that only may be is told of as well
                    } else {
                        assertThat(number).as("the next, without a gap").isEqualTo(heard + 1);
                        whole++;
                    }
                    heard = number;
                    seen = it.cursor();
                    gap = false;
                }
            }
            listener.close();
            talk.join();
            talker.ask(new Sync());
            said = to;
        }
        assertThat(gaps).as("visits to which the history did not reach").isPositive();
        assertThat(whole).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void aHistoryThatDoesNotReachSoFarSaysSo(Kind kind) throws Exception {
        start(kind, 16);
        Client alice = hello("alice", new Inbox(), Map.of());
        Cursor seen = say(alice, "seen", "s");
        for (int i = 0; i < 100; i++) {
            say(alice, "missed " + i, "m" + i);
        }

        Inbox inbox = new Inbox();
        hello("bob", inbox, Map.of(LOBBY, seen));

        assertThat(inbox.take(SOON)).contains(new Gap(LOBBY, seen));
        assertThat(said(inbox, 1).getFirst().past()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void theEmptyCursorStandsBeforeTheFirstMessageAndItsRef(Kind kind) throws Exception {
        start(kind, 16);
        try (Client alice = hello("alice", new Inbox(), Map.of())) {
            say(alice, "the first", "ref-1");
        }

        Inbox inbox = new Inbox();
        Client again = hello("alice", inbox, Map.of(LOBBY, Cursor.NONE));
        say(again, "the first", "ref-1");

        again.ask(new Sync());
        assertThat(inbox.take(SOON)).get().asInstanceOf(type(Said.class)).extracting(Said::text).isEqualTo("the first");
        assertThat(again.ask(new Recall(LOBBY, null, null, 10))).isInstanceOf(Done.class);
        assertThat(said(inbox, 1).getFirst().text()).isEqualTo("the first");
        assertThat(inbox.take(Duration.ZERO)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aCursorFromNowhereIsAGapAndTheSeatIsTaken(Kind kind) throws Exception {
        start(kind, 16);
        Inbox inbox = new Inbox();
        hello("bob", inbox, Map.of(LOBBY, new Cursor("nonsense")));
        assertThat(inbox.take(SOON)).contains(new Gap(LOBBY, new Cursor("nonsense")));

        Client alice = hello("alice", new Inbox(), Map.of());
        say(alice, "hi", "1");
        assertThat(said(inbox, 1).getFirst().text()).isEqualTo("hi");
    }

    @ParameterizedTest
    @EnumSource
    void roomsBesidesThoseFromTheStartAreResumedToo(Kind kind) throws Exception {
        start(kind, 100);
        Client alice = hello("alice", new Inbox(), Map.of());
        alice.ask(new Join("#tea"));
        Cursor seen = ((Done) alice.ask(new Say("#tea", "seen"))).cursor();
        alice.ask(new Say("#tea", "missed"));

        Inbox inbox = new Inbox();
        Client bob = hello("bob", inbox, Map.of("#tea", seen));
        assertThat(said(inbox, 1).getFirst().text()).isEqualTo("missed");
        assertThat(bob.ask(new Say("#tea", "back"))).isInstanceOf(Done.class);
        assertThat(bob.ask(new Say(LOBBY, "here too"))).isInstanceOf(Done.class);
    }

    @ParameterizedTest
    @EnumSource
    void aMessageSentAgainWithItsRefIsStoredOnce(Kind kind) throws Exception {
        start(kind, 100);
        Client alice = hello("alice", new Inbox(), Map.of());
        Cursor seen = say(alice, "answered", "a");
        Cursor unanswered = say(alice, "perhaps not answered", "b");
        alice.close();

        Inbox inbox = new Inbox();
        Inbox answers = new Inbox();
        hello("bob", inbox, Map.of());
        Client again = hello("alice", answers, Map.of(LOBBY, seen));
        assertThat(say(again, "perhaps not answered", "b")).isEqualTo(unanswered);
        say(again, "new", "c");

        assertThat(said(inbox, 1).getFirst().text()).isEqualTo("new");
    }

    @ParameterizedTest
    @EnumSource
    void aClientThatDoesNotComeBackMayUseItsRefsAgain(Kind kind) throws Exception {
        start(kind, 100);
        Client alice = hello("alice", new Inbox(), Map.of());
        Cursor first = say(alice, "same", "1");
        alice.close();
        assertThat(say(hello("alice", new Inbox(), Map.of()), "same", "1")).isNotEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource
    void aRoomThatCannotBeIsRefused(Kind kind) throws Exception {
        start(kind, 100);
        Client client = Client.connect(daemon.address(), new Inbox());
        assertThat(client.ask(new Hello("bob", false, Map.of("lobby", new Cursor("1")))))
                .isInstanceOfSatisfying(Event.Refused.class,
                        it -> assertThat(it.why()).isEqualTo(Refusal.ROOM_INVALID));
    }

    @ParameterizedTest
    @EnumSource
    void whatAClientSaysAfterItCameBackIsNotTakenForWhatItSaidBefore(Kind kind) throws Exception {
        start(kind, 1000);
        Cursor seen = say(hello("alice", new Inbox(), Map.of()), "seen", "s");
        Client first = hello("bob", new Inbox(), Map.of());
        Cursor old = ((Done) first.ask(new Say(LOBBY, "before"))).cursor();
        first.close();

        Client again = hello("bob", new Inbox(), Map.of(LOBBY, seen));
        assertThat(((Done) again.ask(new Say(LOBBY, "after"))).cursor()).isNotEqualTo(old);
        again.close();
        Client onceMore = hello("bob", new Inbox(), Map.of(LOBBY, seen));
        assertThat(((Done) onceMore.ask(new Say(LOBBY, "and again"))).cursor()).isNotEqualTo(old);
        Inbox all = new Inbox();
        hello("carol", all, Map.of(LOBBY, seen));
        assertThat(said(all, 3)).extracting(Said::text).containsExactly("before", "after", "and again");
    }

    /**
     * A client that left while it had much to read waits only so long for its goodbye: its nick may be taken for a
     * while.
     */
    private Client hello(String nick, Inbox inbox, Map<String, Cursor> resume) throws Exception {
        Client client = Client.connect(daemon.address(), inbox);
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).atMost(SOON)
                .until(() -> client.ask(new Hello(nick, false, resume)), Event.Welcomed.class::isInstance);
        return client;
    }

    /** Says it with a ref of the test's own choice, which the client would otherwise choose. */
    private static Cursor say(Client client, String text, String ref) throws Exception {
        return ((Done) client.ask(new Say(LOBBY, text), ref)).cursor();
    }

    private static List<Said> said(Inbox inbox, int count) throws Exception {
        List<Said> said = new ArrayList<>();
        while (said.size() < count) {
            Event event = inbox.take(SOON).orElseThrow(() -> new AssertionError("only " + said));
            if (event instanceof Said message) {
                said.add(message);
            }
        }
        return said;
    }
}
