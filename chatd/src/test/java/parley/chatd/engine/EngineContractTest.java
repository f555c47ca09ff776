package parley.chatd.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parley.chatd.Together.together;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chatd.core.Engine;
import parley.chatd.core.Engine.CursorUnknown;
import parley.chatd.core.Engine.Page;
import parley.chatd.core.Engine.Span;
import parley.chatd.core.Entry;
import parley.chatd.core.Nick;
import parley.chatd.core.RoomName;
import parley.protocol.Access;
import parley.protocol.Cursor;
import parley.protocol.Event;
import parley.protocol.Event.Lifted;
import parley.protocol.Event.Restricted;
import parley.protocol.Event.RoleSet;
import parley.protocol.Event.RoomChanged;
import parley.protocol.Event.Said;
import parley.protocol.Event.TopicSet;
import parley.protocol.Restriction;
import parley.protocol.Role;
import parley.protocol.RoomChange;
import parley.protocol.Target;

/**
 * The contract of {@link Engine}, for each engine to keep: a subclass says how one is made. Nothing here expects
 * {@code append} to commit before it returns.
 */
abstract class EngineContractTest extends EngineFixture {

    // ---- 1 and 2: an entry, the listener, the receipt

    @Test
    void anEntryGetsACursorAndTheListenerGetsBoth() {
        Entry entry = new Entry(TEA, said(TEA, "hello"), 7);
        Cursor cursor = append(entry).cursor();

        assertThat(journal.of(TEA)).singleElement().satisfies(line -> {
            assertThat(line.cursor()).isEqualTo(cursor).isNotEqualTo(Cursor.NONE);
            assertThat(line.entry()).isEqualTo(entry);
        });
    }

    @Test
    void theReceiptComesOnceAfterTheListenerAndOnItsThread() {
        Ticket ticket = append(new Entry(TEA, said(TEA, "hello"), 7));
        Cursor cursor = ticket.cursor();
        engine.fence(TEA);

        assertThat(ticket.calls()).isEqualTo(1);
        assertThat(ticket.cameAfterTheListener()).isTrue();
        assertThat(ticket.thread()).isSameAs(journal.of(TEA).getFirst().thread());
        assertThat(journal.has(TEA, cursor)).isTrue();
    }

    @Test
    void theListenerMayAskForTheState() throws Exception {
        Engine another = opened(PLENTY);
        List<Event.InRoom> seen = new ArrayList<>();
        another.start((cursors, run) -> seen.addAll(another.state(run.getFirst().room())));
        TopicSet set = new TopicSet("#tea", "alice", "Assam");
        Ticket ticket = new Ticket(TEA, journal);
        another.append(List.of(new Entry(TEA, set, 1)), ticket);
        ticket.cursor();

        assertThat(seen).containsExactly(set);
    }

    @Test
    void comingsAndGoingsHaveAPlaceInTheOrderButAreNoHistory() throws Exception {
        Ticket came = append(new Entry(TEA, new Event.Joined("#tea", "alice"), 1));
        Ticket spoke = append(new Entry(TEA, said(TEA, "hello"), 1));
        Ticket changed = append(new Entry(TEA, new Event.Renamed("alice", "alicia"), 1));
        Ticket went = append(new Entry(TEA, new Event.Left("#tea", "alicia", "quit"), 1));
        List<Cursor> cursors = List.of(came.cursor(), spoke.cursor(), changed.cursor(), went.cursor());

        assertThat(journal.of(TEA)).extracting(Journal.Line::cursor).containsExactlyElementsOf(cursors);
        assertThat(texts(newest(10))).containsExactly("hello");
    }

    @Test
    void closingLeavesNobodyWithoutAReceiptAndMayBeDoneTwice() {
        List<Ticket> tickets =
                IntStream.range(0, 500).mapToObj(i -> append(new Entry(TEA, said(TEA, "line " + i), 1))).toList();
        engine.close();
        engine.close();

        assertThat(tickets).allSatisfy(ticket -> {
            assertThat(ticket.isSettled()).isTrue();
            assertThat(ticket.calls()).isEqualTo(1);
        });
    }

    // ---- 2 and 3: order under concurrency

    @Test
    void manyThreadsInManyRoomsAreOneOrderInEach() throws Exception {
        int threads = 8;
        int messages = 150;
        List<RoomName> rooms = List.of(TEA, HALL, room("#garden"));
        List<Ticket> tickets = together(threads, author -> IntStream.range(0, messages * rooms.size())
                .mapToObj(i -> append(new Entry(rooms.get(i % 3), said(rooms.get(i % 3), author + " " + i), author)))
                .toList());
        tickets.forEach(Ticket::cursor);
        rooms.forEach(engine::fence);

        assertThat(journal.overlaps()).as("rooms whose listener was called while it was busy").isEmpty();
        assertThat(tickets).allSatisfy(ticket -> assertThat(ticket.calls()).isEqualTo(1));
        assertThat(tickets).allSatisfy(ticket -> assertThat(ticket.cameAfterTheListener()).isTrue());
        for (RoomName room : rooms) {
            List<Said> told = journal.messages(room);
            assertThat(told).hasSize(threads * messages).extracting(Said::cursor).doesNotHaveDuplicates();
            assertThat(wordsByAuthor(told)).allSatisfy((author, numbers) -> assertThat(numbers).isSorted());
            assertThat(past(engine.read(room, new Span(null, null, PLENTY)))).isEqualTo(told);
        }
    }

    @Test
    void nothingComesBetweenTheEntriesOfARun() throws Exception {
        int length = 20;
        List<Ticket> tickets = together(6, author -> IntStream.range(0, 50)
                .mapToObj(run -> append(IntStream.range(0, length)
                        .mapToObj(i -> new Entry(TEA, said(TEA, author + " " + (run * length + i)), author)).toList()))
                .toList());
        List<List<Cursor>> cursors = tickets.stream().map(Ticket::cursors).toList();
        engine.fence(TEA);

        List<Journal.Line> told = journal.of(TEA);
        assertThat(journal.overlaps()).isEmpty();
        assertThat(told).hasSize(6 * 50 * length);
        for (int i = 0; i < told.size(); i += length) {
            List<Cursor> run = told.subList(i, i + length).stream().map(Journal.Line::cursor).toList();
            assertThat(cursors).as("a run as its author was told of it").contains(run);
        }
        assertThat(wordsByAuthor(journal.messages(TEA)))
                .allSatisfy((author, numbers) -> assertThat(numbers).isSorted());
        assertThat(newest(PLENTY)).isEqualTo(journal.messages(TEA));
    }

    @Test
    void whatHasACursorCanBeReadAtOnceByItsAuthor() throws Exception {
        Cursor first = say("first");
        List<String> missing = together(6, author -> IntStream.range(0, 60).mapToObj(i -> author + " " + i)
                .filter(text -> !texts(read(new Span(first, null, PLENTY), say(text))).contains(text)).toList());

        assertThat(missing).isEmpty();
    }

    @Test
    void aFenceComesAfterEverythingThatCouldBeReadBefore() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        List<Said> notTold = new ArrayList<>();
        Thread talker = Thread.ofVirtual().start(() -> sayUntil(enough, 20));
        try {
            for (int i = 0; i < 200; i++) {
                List<Said> stored = newest(1);
                engine.fence(TEA);
                stored.stream().filter(said -> !journal.has(TEA, said.cursor())).forEach(notTold::add);
            }
        } finally {
            enough.set(true);
            talker.join();
        }

        assertThat(notTold).isEmpty();
    }

    @Test
    void whatWasReadCanBeReadOnFrom() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        Cursor first = say("first");
        Thread talker = Thread.ofVirtual().start(() -> sayUntil(enough, 200));
        try {
            for (int i = 0; i < 200; i++) {
                Cursor newest = newest(1).getFirst().cursor();
                assertThat(engine.read(TEA, new Span(newest, null, 10)).messages()).isNotNull();
                assertThat(engine.read(TEA, new Span(first, newest, 10)).messages()).isNotNull();
            }
        } finally {
            enough.set(true);
            talker.join();
        }
    }

    private void sayUntil(AtomicBoolean enough, int atOnce) {
        while (!enough.get()) {
            sayNumbers(atOnce);
        }
    }

    @Test
    void aFenceOfARoomThatNeverWasComesAtOnce() {
        engine.fence(room("#nowhere"));
    }

    // ---- 4: reading

    @Test
    void aMessageIsReadBackAsItWasSaid() throws Exception {
        Said said = new Said("#tea", Cursor.NONE, "Zoë", "two lines\nand 🍵 \"quotes\" \\ \u2028 \u001b[31m\t", NOON,
                false);
        Cursor cursor = append(new Entry(TEA, said, 1)).cursor();

        assertThat(newest(10)).containsExactly(said.withCursor(cursor).asPast());
    }

    @Test
    void aNoticeIsReadBackAsOne() throws Exception {
        Said notice = new Said("#tea", Cursor.NONE, "alice", "backup done", NOON, false, true);
        Cursor cursor = append(new Entry(TEA, notice, 1)).cursor();
        say("well");

        assertThat(newest(10)).extracting(Said::notice).containsExactly(true, false);
        assertThat(before(Cursor.at(second(1)), 10)).first().isEqualTo(notice.withCursor(cursor).asPast());
        assertThat(past(engine.search(TEA, "backup", 10))).containsExactly(notice.withCursor(cursor).asPast());
    }

    @Test
    void anEmptyHistoryHasOneEmptyPage() throws Exception {
        assertThat(engine.read(room("#nowhere"), new Span(null, null, 10))).isEqualTo(new Page(List.of(), false));
    }

    @Test
    void roomsHaveHistoriesOfTheirOwnUnderAnySpelling() throws Exception {
        say("in tea");
        append(new Entry(HALL, said(HALL, "in hall"), 1)).cursor();

        assertThat(texts(engine.read(room("#TEA"), new Span(null, null, 10)).messages())).containsExactly("in tea");
        assertThat(texts(engine.read(HALL, new Span(null, null, 10)).messages())).containsExactly("in hall");
    }

    @Test
    void withoutACursorTheNewestAreReadOldestFirst() throws Exception {
        sayNumbers(5);

        assertThat(texts(newest(2))).containsExactly("4", "5");
        assertThat(more(null, null, 4)).isTrue();
        assertThat(more(null, null, 5)).isFalse();
        assertThat(more(null, null, 6)).isFalse();
    }

    @Test
    void afterACursorTheNextOnesAreRead() throws Exception {
        List<Cursor> at = sayNumbers(5);

        assertThat(texts(after(at.get(1), 2))).containsExactly("3", "4");
        assertThat(texts(after(at.get(4), 2))).isEmpty();
        assertThat(more(at.get(1), null, 2)).isTrue();
        assertThat(more(at.get(1), null, 3)).isFalse();
        assertThat(more(at.get(4), null, 3)).isFalse();
    }

    @Test
    void beforeACursorTheNearestOnesAreReadOldestFirst() throws Exception {
        List<Cursor> at = sayNumbers(5);

        assertThat(texts(before(at.get(3), 2))).containsExactly("2", "3");
        assertThat(texts(before(at.get(0), 2))).isEmpty();
        assertThat(more(null, at.get(3), 2)).isTrue();
        assertThat(more(null, at.get(3), 3)).isFalse();
        assertThat(more(null, at.get(0), 3)).isFalse();
    }

    @Test
    void aLimitOfNothingReadsNothingAndKnowsThatThereIsMore() throws Exception {
        Cursor first = sayNumbers(2).getFirst();

        assertThat(engine.read(TEA, new Span(null, null, 0))).isEqualTo(new Page(List.of(), true));
        assertThat(engine.read(TEA, new Span(first, null, 0))).isEqualTo(new Page(List.of(), true));
        assertThat(engine.read(TEA, new Span(null, first, 0))).isEqualTo(new Page(List.of(), false));
    }

    @Test
    void pageAfterPageTheWholeHistoryIsReadOnce() throws Exception {
        List<Cursor> at = sayNumbers(11);
        List<Cursor> forward = new ArrayList<>(List.of(at.getFirst()));
        while (more(forward.getLast(), null, 3)) {
            after(forward.getLast(), 3).forEach(said -> forward.add(said.cursor()));
        }
        after(forward.getLast(), 3).forEach(said -> forward.add(said.cursor()));
        List<Cursor> backward = new ArrayList<>(List.of(at.getLast()));
        while (more(null, backward.getFirst(), 3)) {
            backward.addAll(0, before(backward.getFirst(), 3).stream().map(Said::cursor).toList());
        }
        backward.addAll(0, before(backward.getFirst(), 3).stream().map(Said::cursor).toList());

        assertThat(forward).isEqualTo(at);
        assertThat(backward).isEqualTo(at);
    }

    @ParameterizedTest
    @CsvSource({"0,'',12335678", "0.999,'',12335678", "1,'',2335678", "1.5,1,2335678", "3,12,5678", "3.0005,1233,5678",
            "5.999,12335,678", "8,1233567,''", "9,12335678,''", "999999,12335678,''"})
    void aTimeHasItsPlace(double second, String before, String after) throws Exception {
        for (int i : List.of(1, 2, 3, 3, 5, 6, 7, 8)) {
            append(new Entry(HALL, said(HALL, "elsewhere"), 1)).cursor();
            sayAt(i);
        }
        Cursor cursor = Cursor.at(second(second));

        assertThat(String.join("", texts(before(cursor, PLENTY)))).isEqualTo(before);
        assertThat(String.join("", texts(after(cursor, PLENTY)))).isEqualTo(after);
        assertThat(texts(past(engine.read(TEA, new Span(Cursor.at(second(3)), Cursor.at(second(7)), 9)))))
                .containsExactly("5", "6");
        assertThat(more(null, cursor, before.length())).isFalse();
        assertThat(engine.read(TEA, new Span(cursor, null, 9)).gap()).isFalse();
    }

    @Test
    void aTimeBeforeAllThatIsKeptMayHaveAGapAfterIt() throws Exception {
        engine = opened(32);
        engine.start(journal);
        IntStream.rangeClosed(1, 200).forEach(this::sayAt);
        Cursor early = Cursor.at(second(50));

        assertThat(engine.read(TEA, new Span(early, null, 1)))
                .satisfies(page -> assertThat(page.gap()).isTrue())
                .satisfies(page -> assertThat(page.messages()).isNotEmpty());
        assertThat(before(early, 9)).isEmpty();
        assertThat(texts(before(Cursor.at(second(190)), 2))).containsExactly("188", "189");
        assertThat(engine.read(TEA, new Span(Cursor.at(second(190)), null, 9)).gap()).isFalse();
    }

    @Test
    void aHistoryThatIsEmptyHasEachTime() throws Exception {
        assertThat(before(Cursor.at(NOON), 9)).isEmpty();
        assertThat(after(Cursor.at(NOON), 9)).isEmpty();
    }

    @Test
    void ofWhatWasMarkedAfterATimeTheRefsAreKnown() throws Exception {
        Said later = new Said("#tea", Cursor.NONE, "alice", "hi", second(5), false);
        Cursor cursor = append(new Entry(TEA, later, 1, "r7", null)).cursor();

        assertThat(engine.refs(TEA, "alice", Cursor.at(second(4)))).isEqualTo(Map.of("r7", cursor));
        assertThat(engine.refs(TEA, "alice", Cursor.at(second(5)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-31T", "2026-13-31T12:00:00Z", "+20026-01-31T12:00:00Z", "T", "nonsense", "-1",
            "1.5", "99999999999999999999999", "9123456789123456789"})
    void aCursorThatWasNeverGivenOutIsUnknown(String text) {
        sayNumbers(3);
        Cursor cursor = new Cursor(text);

        assertThatThrownBy(() -> engine.read(TEA, new Span(cursor, null, 10))).isInstanceOf(CursorUnknown.class)
                .extracting(e -> ((CursorUnknown) e).text()).isEqualTo(text);
        assertThatThrownBy(() -> engine.read(TEA, new Span(null, cursor, 10))).isInstanceOf(CursorUnknown.class);
    }

    @Test
    void onlyTheNewestAreKept() throws Exception {
        engine = opened(32);
        engine.start(journal);
        sayNumbers(200);
        List<String> kept = texts(newest(PLENTY));

        assertThat(kept).hasSizeBetween(32, 34).endsWith("199", "200").startsWith(Integer.toString(201 - kept.size()));
        assertThat(more(null, null, kept.size())).isFalse();
    }

    // ---- what lasts

    @Test
    void aRoomHasTheTopicThatWasSetLast() {
        assertThat(engine.state(TEA)).isEmpty();
        setTopic("Earl Grey");
        TopicSet last = setTopic("Assam");

        assertThat(engine.state(TEA)).containsExactly(last);
        assertThat(engine.state(room("#Tea"))).containsExactly(last);
        assertThat(engine.state(HALL)).isEmpty();
    }

    @Test
    void anEmptyTopicIsNone() {
        setTopic("Assam");
        setTopic("");

        assertThat(engine.state(TEA)).isEmpty();
    }

    @Test
    void aStateCanBeAskedForBeforeTheStart() throws Exception {
        assertThat(opened(PLENTY).state(TEA)).isEmpty();
    }

    @Test
    void bansAndMutesLastUntilTheyAreLifted() {
        Restricted ban = happens(restricted(Restriction.BAN, "bob", "one"));
        Restricted mute = happens(restricted(Restriction.MUTE, "bob", "two"));
        Restricted exempt = happens(restricted(Restriction.EXEMPT, "bob", "four"));
        assertThat(engine.state(TEA)).containsExactlyInAnyOrder(ban, mute, exempt);
        happens(new Lifted(Restriction.EXEMPT, "#tea", new Target.ByNick("bob"), "alice"));

        Restricted again = happens(restricted(Restriction.BAN, "bob", "three"));
        assertThat(engine.state(TEA)).containsExactlyInAnyOrder(again, mute);

        happens(new Lifted(Restriction.BAN, "#tea", new Target.ByNick("bob"), "alice"));
        assertThat(engine.state(TEA)).containsExactly(mute);
    }

    @Test
    void theRoleOfAnAccountLastsAndNoOther() {
        happens(new RoleSet("#tea", "alice", "bob", null, Role.OPERATOR));
        assertThat(engine.state(TEA)).isEmpty();

        RoleSet carols = happens(new RoleSet("#tea", "alice", "carol", "Carol", Role.VOICE));
        assertThat(engine.state(TEA)).containsExactly(carols);

        happens(new RoleSet("#tea", "alice", "carol2", "Carol", Role.NONE));
        assertThat(engine.state(TEA)).isEmpty();
    }

    @Test
    void ofWhatChangedInARoomTheLastOfEachLasts() {
        happens(new RoomChanged("#tea", "alice", new RoomChange(null, true, null, null, 5, null)));
        happens(new RoomChanged("#tea", "bob", new RoomChange(Access.INVITE_ONLY, null, null, null, 7, null)));

        assertThat(engine.state(TEA)).extracting(event -> ((RoomChanged) event).change()).containsExactlyInAnyOrder(
                new RoomChange(Access.INVITE_ONLY, null, null, null, null, null),
                new RoomChange(null, true, null, null, null, null), new RoomChange(null, null, null, null, 7, null));
    }

    @Test
    void comingsAndGoingsLeaveNothing() {
        happens(new Event.Joined("#tea", "bob"));
        happens(new Event.Kicked("#tea", "bob", "alice", ""));

        assertThat(engine.state(TEA)).isEmpty();
    }

    private static Restricted restricted(Restriction kind, String nick, String why) {
        return new Restricted(kind, "#tea", new Target.ByNick(nick), "alice", NOON, why);
    }

    private <E extends Event.InRoom> E happens(E event) {
        assertThat(append(new Entry(TEA, event, 1)).cursor()).isNotEqualTo(Cursor.NONE);
        return event;
    }

    // ---- nicks

    @Test
    void aNickHasOneOwnerUntilThatOneReleasesIt() {
        assertThat(engine.claim(nick("alice"), 1, LEASE)).isTrue();
        assertThat(engine.claim(nick("alice"), 1, LEASE)).as("claimed again by its owner").isTrue();
        assertThat(engine.claim(nick("ALICE"), 2, LEASE)).as("claimed by another").isFalse();
        engine.release(nick("alice"), 2);
        assertThat(engine.claim(nick("alice"), 2, LEASE)).as("released by one who has it not").isFalse();
        engine.release(nick("Alice"), 1);
        assertThat(engine.claim(nick("alice"), 2, LEASE)).as("released by its owner").isTrue();
    }

    @Test
    void aLeaseThatIsOverGivesWayToWhoeverWantsTheNickAndToNobodyElse() {
        engine.claim(nick("alice"), 1, LEASE);
        now = now.plus(LEASE.minusMillis(1));
        assertThat(engine.claim(nick("alice"), 2, LEASE)).isFalse();
        now = now.plusMillis(1);
        assertThat(engine.renew(nick("alice"), 1, LEASE)).as("nobody wanted it").isTrue();
        assertThat(engine.claim(nick("alice"), 2, LEASE)).as("begun anew").isFalse();
        now = now.plus(LEASE);
        assertThat(engine.claim(nick("alice"), 2, LEASE)).isTrue();
        assertThat(engine.renew(nick("alice"), 1, LEASE)).as("lost").isFalse();
        engine.release(nick("alice"), 1);
        assertThat(engine.claim(nick("alice"), 3, LEASE)).as("released by one who has lost it").isFalse();
    }

    @Test
    void whoeverWatchesLearnsWhoComesAndGoes() throws Exception {
        List<String> seen = new ArrayList<>();
        Engine watched = opened(PLENTY);
        watched.watch(new Engine.Presence() {
            @Override
            public void came(Nick nick, long owner) {
                seen.add("+" + nick.text() + owner);
            }

            @Override
            public void went(Nick nick, long owner) {
                seen.add("-" + nick.text() + owner);
            }
        });
        watched.claim(nick("alice"), 1, LEASE);
        watched.claim(nick("alice"), 1, LEASE);
        watched.claim(nick("Alice"), 2, LEASE);
        watched.renew(nick("alice"), 1, LEASE);
        watched.release(nick("alice"), 2);
        now = now.plus(LEASE);
        watched.claim(nick("Alice"), 2, LEASE);
        watched.release(nick("alice"), 2);

        assertThat(seen).containsExactly("+alice1", "-alice1", "+Alice2", "-Alice2");
    }

    @Test
    void ofManyWhoClaimANickOneGetsIt() throws Exception {
        for (int round = 0; round < 50; round++) {
            Nick wanted = nick("star" + round);
            assertThat(together(8, owner -> List.of(engine.claim(wanted, owner, LEASE)))).containsOnlyOnce(true);
        }
    }

    // ---- what somebody who comes back needs

    @Test
    void aSpanBetweenTwoCursorsHasBothEndsOpen() throws Exception {
        List<Cursor> at = sayNumbers(5);

        Page page = engine.read(TEA, new Span(at.get(0), at.get(3), 10));
        assertThat(texts(page.messages())).containsExactly("2", "3");
        assertThat(page.more()).isFalse();
        assertThat(engine.read(TEA, new Span(at.get(0), at.get(4), 2)).more()).isTrue();
        assertThat(engine.read(TEA, new Span(at.get(3), at.get(1), 10)).messages()).isEmpty();
    }

    @Test
    void whoeverReadsOnLearnsWhenSomethingInBetweenIsNoLongerKept() throws Exception {
        Engine small = opened(16);
        small.start(journal);
        List<Cursor> at = IntStream.rangeClosed(1, 200)
                .mapToObj(i -> {
                    Ticket ticket = new Ticket(TEA, journal);
                    small.append(List.of(new Entry(TEA, said(TEA, Integer.toString(i)), 1)), ticket);
                    return ticket.cursor();
                }).toList();

        assertThat(small.read(TEA, new Span(at.getFirst(), null, 10)).gap()).isTrue();
        assertThat(small.read(TEA, new Span(at.get(195), null, 10)).gap()).isFalse();
        assertThat(small.read(TEA, new Span(at.get(5), at.get(8), 10)).gap()).isTrue();
        assertThat(small.read(TEA, new Span(at.get(5), at.get(6), 10)).gap()).as("nothing was in between").isFalse();
        assertThat(engine.read(TEA, new Span(sayNumbers(2).getFirst(), null, 10)).gap()).isFalse();
    }

    @Test
    void theRefsOfOneAuthorAfterACursorAreFound() throws Exception {
        Cursor first = append(new Entry(TEA, said(TEA, "one"), 1, "r1", null)).cursor();
        Cursor second = append(new Entry(TEA, said(TEA, "two"), 1, "r2", null)).cursor();
        append(new Entry(TEA, said(TEA, "no ref"), 1)).cursor();
        append(new Entry(HALL, said(HALL, "elsewhere"), 1, "r3", null)).cursor();

        assertThat(engine.refs(TEA, "alice", first)).containsExactly(Map.entry("r2", second));
        assertThat(engine.refs(TEA, "bob", first)).isEmpty();
    }

    @Test
    void aSearchFindsTheNewestMessagesThatHaveAllTheWords() throws Exception {
        for (String text : List.of("green tea", "Tea, black", "the TEA is green!", "coffee", "tea green green")) {
            say(text);
        }
        append(new Entry(HALL, said(HALL, "green tea elsewhere"), 1)).cursor();

        assertThat(texts(engine.search(TEA, "GREEN tea", 10).messages()))
                .containsExactly("green tea", "the TEA is green!", "tea green green");
        assertThat(texts(engine.search(TEA, "tea", 2).messages())).containsExactly("the TEA is green!",
                "tea green green");
        assertThat(engine.search(TEA, "tea", 2).more()).isTrue();
        assertThat(engine.search(TEA, "tea", 4).more()).isFalse();
        assertThat(engine.search(TEA, "water", 2).messages()).isEmpty();
        assertThat(engine.search(room("#empty"), "tea", 2).messages()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"", "tea OR coffee", "NEAR(", "*", "te*", "text:tea", "-tea", "\0", "'; DROP TABLE message"})
    void aSearchTakesEveryTextForWords(String text) throws Exception {
        say("tea");
        assertThat(engine.search(TEA, text, 10).messages()).hasSizeLessThanOrEqualTo(1);
        assertThat(engine.search(TEA, "tea", 10).messages()).hasSize(1);
    }
}
