package parley.chatd.core;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatd.core.Chat.LOBBY;
import static parley.chatd.core.Chat.assertRefused;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chatd.core.Settings.Limits;
import parley.chatd.engine.MemoryEngine;
import parley.protocol.Command;
import parley.protocol.Command.Recall;
import parley.protocol.Command.Search;
import parley.protocol.Cursor;
import parley.protocol.Event;
import parley.protocol.Event.Done;
import parley.protocol.Event.Said;
import parley.protocol.Refusal;
import parley.protocol.Role;

class QuestionsTest {

    private final Chat chat = new Chat();
    private final Person alice = chat.connect("alice");

    @Test
    void anyoneMayAskWhoIsWhere() {
        chat.connect("bob", "#tea");

        assertThat(alice.does(new Command.Who("#TEA")))
                .isEqualTo(new Event.Members("#tea", List.of("bob"), Map.of("bob", Role.OPERATOR)));
        assertThat(alice.does(new Command.Who(LOBBY))).isEqualTo(new Event.Members(LOBBY, List.of("alice", "bob")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#nowhere", "lobby", "", "#"})
    void inARoomThatIsNotOpenIsNobody(String room) {
        assertRefused(alice.does(new Command.Who(room)), Refusal.NO_SUCH_ROOM);
    }

    @Test
    void theRoomsComeByNameWithTopicAndMembers() {
        Person bob = chat.connect("bob", "#tea", "#garden");
        bob.does(new Command.SetTopic("#tea", "Assam"));

        assertThat(alice.does(new Command.Rooms()))
                .isEqualTo(new Event.RoomList(List.of(new Event.RoomInfo("#garden", "", 1),
                        new Event.RoomInfo(LOBBY, "", 2), new Event.RoomInfo("#tea", "Assam", 1))));
    }

    @Test
    void theHistoryComesAsPastMessagesBeforeTheAnswer() {
        Cursor cursor = say(1).getFirst();
        Person bob = chat.connect("bob");

        assertThat(bob.does(new Recall(LOBBY, null, null, 10))).isEqualTo(new Done(LOBBY, cursor, false));
        assertThat(bob.everything()).endsWith(new Said(LOBBY, cursor, "alice", "1", FakeClock.NOON, true),
                new Done(LOBBY, cursor, false));
    }

    @Test
    void onesOwnMessagesAreInTheHistory() {
        Cursor cursor = say(1).getFirst();
        alice.does(new Recall(LOBBY, null, null, 10));

        assertThat(alice.news()).containsExactly(new Said(LOBBY, cursor, "alice", "1", FakeClock.NOON, true));
    }

    @Test
    void withoutACursorTheNewestCome() {
        List<Cursor> at = say(6);

        assertThat(alice.does(new Recall(LOBBY, null, null, 2))).isEqualTo(new Done(LOBBY, at.get(5), true));
        assertThat(alice.heard()).containsExactly("5", "6");
    }

    @Test
    void afterACursorTheNextOnesCome() {
        List<Cursor> at = say(6);

        assertThat(alice.does(new Recall(LOBBY, at.get(1), null, 2))).isEqualTo(new Done(LOBBY, at.get(3), true));
        assertThat(alice.heard()).containsExactly("3", "4");
        assertThat(alice.does(new Recall(LOBBY, at.get(3), null, 2))).isEqualTo(new Done(LOBBY, at.get(5), false));
        assertThat(alice.heard()).containsExactly("5", "6");
    }

    @Test
    void beforeACursorTheNearestCome() {
        List<Cursor> at = say(6);

        assertThat(alice.does(new Recall(LOBBY, null, at.get(4), 3))).isEqualTo(new Done(LOBBY, at.get(3), true));
        assertThat(alice.heard()).containsExactly("2", "3", "4");
        assertThat(alice.does(new Recall(LOBBY, null, at.get(1), 3))).isEqualTo(new Done(LOBBY, at.get(0), false));
        assertThat(alice.heard()).containsExactly("1");
    }

    @Test
    void nothingMoreMeansNoCursorAndNoMore() {
        List<Cursor> at = say(2);

        assertThat(alice.does(new Recall(LOBBY, at.get(1), null, 5))).isEqualTo(Done.in(LOBBY));
        assertThat(alice.does(new Recall(LOBBY, null, at.get(0), 5))).isEqualTo(Done.in(LOBBY));
        assertThat(alice.does(new Recall(LOBBY, null, null, 0))).isEqualTo(new Done(LOBBY, null, true));
        assertThat(alice.heard()).isEmpty();
    }

    @Test
    void theServersBoundIsTheSmallerOne() {
        List<Cursor> at = say(12);

        assertThat(alice.does(new Recall(LOBBY, null, null, Integer.MAX_VALUE)))
                .isEqualTo(new Done(LOBBY, at.get(11), true));
        assertThat(alice.heard()).hasSize(10).startsWith("3").endsWith("12");
    }

    @Test
    void anAnswerFromTheHistoryIsBoundedInLengthToo() {
        Limits longPages =
                new Limits(32, 100, 5, 1000, 500, Duration.ofSeconds(30), Duration.ofMinutes(2), Pace.DEFAULT);
        Person bob = new Chat(List.of(LOBBY), longPages, new MemoryEngine(1000)).connect("bob");
        List<Cursor> at = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> ((Done) bob.says("%100d".formatted(i))).cursor()).toList();

        assertThat(bob.does(new Recall(LOBBY, at.getFirst(), null, 1000)))
                .isEqualTo(new Done(LOBBY, at.get(32), true));
        assertThat(bob.heard()).hasSize(32).startsWith("%100d".formatted(2));
        assertThat(bob.does(new Recall(LOBBY, null, null, 1000))).isEqualTo(new Done(LOBBY, at.getLast(), true));
        assertThat(bob.heard()).hasSize(32).startsWith("%100d".formatted(9)).endsWith("%100d".formatted(40));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "-1", "9123456789123456789"})
    void aCursorThatWasNeverGivenOutIsRefused(String cursor) {
        say(1);

        assertRefused(alice.does(new Recall(LOBBY, new Cursor(cursor), null, 5)), Refusal.CURSOR_INVALID);
        assertRefused(alice.does(new Recall(LOBBY, null, new Cursor(cursor), 5)), Refusal.CURSOR_INVALID);
    }

    @Test
    void theHistoryIsForMembers() {
        chat.connect("bob", "#tea").says("#tea", "secret");

        assertRefused(alice.does(new Recall("#tea", null, null, 5)), Refusal.NOT_A_MEMBER);
        assertThat(alice.heard()).isEmpty();
    }

    @Test
    void aSearchFindsTheNewestMessagesThatHaveAllTheWords() {
        alice.says("green tea");
        Cursor second = ((Done) alice.says("a tea that is not black but Green")).cursor();
        alice.says("tea");
        Cursor last = ((Done) alice.says("GREEN! (tea)")).cursor();

        assertThat(alice.does(new Search(LOBBY, "tea green", 2))).isEqualTo(new Done(LOBBY, last, true));
        assertThat(alice.news()).extracting(said -> ((Said) said).cursor()).containsExactly(second, last);
        assertThat(alice.does(new Search(LOBBY, "coffee", 2))).isEqualTo(Done.in(LOBBY));
        assertThat(alice.heard()).isEmpty();
    }

    @Test
    void aSearchNeedsASeatAndAText() {
        chat.connect("bob", "#tea").says("#tea", "secret");

        assertRefused(alice.does(new Search("#tea", "secret", 5)), Refusal.NOT_A_MEMBER);
        assertRefused(alice.does(new Search(LOBBY, "", 5)), Refusal.TEXT_EMPTY);
        assertThat(alice.heard()).isEmpty();
    }

    @Test
    void comingsGoingsAndTopicsAreNoHistory() {
        Person bob = chat.connect("bob");
        bob.does(new Command.SetTopic(LOBBY, "Tea"));
        bob.renamesTo("bobby");
        bob.quits("off");
        say(1);
        alice.news();
        alice.does(new Recall(LOBBY, null, null, 10));

        assertThat(alice.heard()).containsExactly("1");
    }

    @Test
    void theFenceAndThePingAreAnswered() {
        assertThat(alice.does(new Command.Sync())).isEqualTo(Done.PLAIN);
        assertThat(alice.does(new Command.Ping())).isEqualTo(new Event.Pong());
    }

    @Test
    void whatCouldNotBeReadIsAnsweredWithItsRefusal() {
        Event.Refused refused = new Event.Refused(Refusal.NOT_JSON, "", "Because.");
        alice.session().refuse("x", refused);

        assertThat(alice.answersTo("x")).containsExactly(refused);
    }

    /** Says 1, 2, 3, … and returns their cursors. */
    private List<Cursor> say(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(i -> ((Done) alice.says(Integer.toString(i))).cursor())
                .toList();
    }

    @Test
    void theStatusTellsHowLongHowManyAndHowMuch() {
        alice.says("one");
        alice.joins("#tea");
        alice.says("#tea", "two");
        chat.clock.advance(Duration.ofSeconds(61));

        assertThat(alice.does(new Command.Status())).isEqualTo(new Event.Status("chatd test", 61, 1, 2, 2, null));
    }

    @Test
    void theStatusIsForThoseTooWhoHaveNotSaidHelloAndAreNotCounted() {
        assertThat(chat.open().does(new Command.Status())).isEqualTo(new Event.Status("chatd test", 0, 1, 1, 0, null));
    }
}
