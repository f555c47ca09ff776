package parley.chatd.engine;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import parley.chatd.core.Engine;
import parley.chatd.core.Engine.Page;
import parley.chatd.core.Engine.Span;
import parley.chatd.core.Entry;
import parley.chatd.core.Nick;
import parley.chatd.core.RoomName;
import parley.protocol.Cursor;
import parley.protocol.Event.Said;
import parley.protocol.Event.TopicSet;

/** The words in which {@link EngineContractTest} speaks: an engine that has started, and what is done with it. */
abstract class EngineFixture {

    static final Instant NOON = Instant.parse("2026-01-31T12:00:00.123Z");
    static final RoomName TEA = room("#tea");
    static final RoomName HALL = room("#hall");
    static final int PLENTY = 100_000;
    static final Duration LEASE = Duration.ofMinutes(1);

    /** What the clock of every engine shows. */
    volatile Instant now = NOON;
    final InstantSource clock = () -> now;

    private final List<Engine> open = new ArrayList<>();
    final Journal journal = new Journal();
    Engine engine;

    /** A new engine with an empty history that keeps about so many messages of each room; not started. */
    abstract Engine create(int historyPerRoom) throws Exception;

    @BeforeEach
    void start() throws Exception {
        engine = opened(PLENTY);
        engine.start(journal);
    }

    @AfterEach
    void close() {
        open.forEach(Engine::close);
    }

    Engine opened(int historyPerRoom) throws Exception {
        Engine created = create(historyPerRoom);
        open.add(created);
        return created;
    }

    static RoomName room(String name) {
        return ((RoomName.Valid) RoomName.read(name)).room();
    }

    static Nick nick(String name) {
        return ((Nick.Valid) Nick.read(name, 32)).nick();
    }

    static Said said(RoomName room, String text) {
        return new Said(room.text(), Cursor.NONE, "alice", text, NOON, false);
    }

    Ticket append(Entry entry) {
        return append(List.of(entry));
    }

    Ticket append(List<Entry> run) {
        Ticket ticket = new Ticket(run.getFirst().room(), journal);
        engine.append(run, ticket);
        return ticket;
    }

    Cursor say(String text) {
        return append(new Entry(TEA, said(TEA, text), 1)).cursor();
    }

    /** So long after noon. */
    static Instant second(double seconds) {
        return NOON.plusNanos((long) (seconds * 1e9));
    }

    /** Says the number of a second at that second. */
    void sayAt(int second) {
        append(new Entry(TEA, new Said("#tea", Cursor.NONE, "alice", Integer.toString(second), second(second), false),
                1)).cursor();
    }

    /** Says 1, 2, 3, … and returns their cursors. */
    List<Cursor> sayNumbers(int last) {
        List<Ticket> tickets = IntStream.rangeClosed(1, last)
                .mapToObj(i -> append(new Entry(TEA, said(TEA, Integer.toString(i)), 1))).toList();
        return tickets.stream().map(Ticket::cursor).toList();
    }

    TopicSet setTopic(String text) {
        TopicSet set = new TopicSet("#tea", "alice", text);
        append(new Entry(TEA, set, 1)).cursor();
        return set;
    }

    List<Said> newest(int limit) throws Exception {
        return past(engine.read(TEA, new Span(null, null, limit)));
    }

    List<Said> after(Cursor cursor, int limit) throws Exception {
        return past(engine.read(TEA, new Span(cursor, null, limit)));
    }

    List<Said> before(Cursor cursor, int limit) throws Exception {
        return past(engine.read(TEA, new Span(null, cursor, limit)));
    }

    /** Reads once something has its cursor. */
    List<Said> read(Span span, Cursor committed) {
        try {
            assertThat(committed).isNotNull();
            return past(engine.read(TEA, span));
        } catch (Exception e) {
            throw new AssertionError("reading failed", e);
        }
    }

    boolean more(Cursor after, Cursor before, int limit) throws Exception {
        return engine.read(TEA, new Span(after, before, limit)).more();
    }

    static List<Said> past(Page page) {
        return page.messages().stream().map(Said::asPast).toList();
    }

    static List<String> texts(List<Said> messages) {
        return messages.stream().map(Said::text).toList();
    }

    /** The numbers that each author said, in their order in the room. */
    static Map<String, List<Integer>> wordsByAuthor(List<Said> messages) {
        return messages.stream().map(said -> said.text().split(" "))
                .collect(groupingBy(words -> words[0], mapping(words -> Integer.valueOf(words[1]), toList())));
    }
}
