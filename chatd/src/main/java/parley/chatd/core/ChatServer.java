package parley.chatd.core;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.protocol.Cursor;
import parley.protocol.Event;

/** All sessions and rooms of one server, or of one node of a cluster. Any thread. */
public final class ChatServer implements AutoCloseable {

    private final Engine engine;
    private final Publisher publisher;
    private final InstantSource clock;
    private volatile Settings settings;
    private volatile Commands commands;
    /** The keys of rooms that stay open when they are empty. */
    private volatile Set<String> standing;
    private final Map<String, Room> rooms = new ConcurrentHashMap<>();
    private final Map<Long, Session> sessions = new ConcurrentHashMap<>();
    private final Map<String, Session> byNick = new ConcurrentHashMap<>();
    private final Counts counts = new Counts();
    private final Instant begun;
    private final AtomicLong lastSession = new AtomicLong();
    /** Why all sessions end, those that are still to come as well; null as long as they do not. */
    private volatile @Nullable String ending;

    /** A server over an engine, which it starts and, in the end, closes. */
    public ChatServer(Settings settings, Engine engine, InstantSource clock) {
        this.engine = engine;
        this.publisher = new Publisher(engine);
        this.clock = clock;
        this.begun = clock.instant();
        this.settings = settings;
        this.commands = new Commands(this, settings, engine, clock);
        this.standing = keys(settings.rooms());
        openStanding();
        engine.start(this::committed);
    }

    /**
     * Goes by other settings from now on, for sessions that are there as well. Nobody loses a seat: a room that is no
     * longer to stay open closes when it is empty. A command that is being done ends by the settings it began with.
     */
    public synchronized void reconfigure(Settings next) {
        settings = next;
        commands = new Commands(this, next, engine, clock);
        standing = keys(next.rooms());
        openStanding();
    }

    private static Set<String> keys(List<RoomName> rooms) {
        return rooms.stream().map(RoomName::key).collect(Collectors.toUnmodifiableSet());
    }

    private void openStanding() {
        settings.rooms().forEach(this::opened);
    }

    /** Begins a session that has yet to say hello. */
    public Session open(Outbox outbox, Origin origin) {
        Session session = new Session(lastSession.incrementAndGet(), outbox, origin, this, clock);
        sessions.put(session.id(), session);
        String why = ending;
        if (why != null) {
            session.end(why);
        }
        return session;
    }

    /** Looks after sessions that are silent or overdue. To be called every second or so; it never waits. */
    public void tick() {
        sessions.values().forEach(session -> session.tick(settings.limits()));
    }

    /** Says goodbye to everyone, and to whoever still comes; connections close once they have been sent what is theirs. */
    public void endAll(String why) {
        ending = why;
        sessions.values().forEach(session -> session.end(why));
    }

    /** How many sessions there are, welcome or not. */
    public int sessionCount() {
        return sessions.size();
    }

    /** How it is. May wait a moment for the engine. */
    public Event.Status status() {
        return new Event.Status(settings.server(), Duration.between(begun, clock.instant()).toSeconds(),
                (int) sessions.values().stream().filter(Session::isWelcome).count(), roomList().size(),
                counts.messages(), engine.trouble().orElse(null));
    }

    @Override
    public void close() {
        engine.close();
    }

    /** Applies what the engine has committed. A room comes with its first seat and goes with its last. */
    private void committed(List<Cursor> cursors, List<Entry> run) {
        Entry first = run.getFirst();
        Room room = opened(first.room());
        if (run.size() > 1) {
            room.tell(cursors, run);
        } else {
            room.apply(cursors.getFirst(), first, sessions.get(first.author()));
        }
        if (first.event() instanceof Event.Said) {
            counts.messages(run.size());
        }
        if (room.isEmpty()) {
            rooms.computeIfPresent(first.room().key(), (key, empty) -> isOpen(empty) ? empty : null);
        }
    }

    private Room opened(RoomName name) {
        return rooms.computeIfAbsent(name.key(), key -> new Room(name, engine.topic(name)));
    }

    /** Whether a room is there for people: one that was to stay open, and no longer is, may be here without being. */
    private boolean isOpen(Room room) {
        return !room.isEmpty() || standing.contains(room.name().key());
    }

    /** What sessions do goes by the table of the moment. */
    Commands commands() {
        return commands;
    }

    Publisher publisher() {
        return publisher;
    }

    /** The room's name as its members know it. */
    RoomName known(RoomName name) {
        return room(name).map(Room::name).orElse(name);
    }

    Optional<Room> room(RoomName name) {
        return Optional.ofNullable(rooms.get(name.key())).filter(this::isOpen);
    }

    List<Event.RoomInfo> roomList() {
        Collection<Room> all = rooms.values();
        return all.stream().filter(this::isOpen).map(Room::info).sorted(Comparator.comparing(Event.RoomInfo::name))
                .toList();
    }

    Optional<Session> named(Nick nick) {
        return Optional.ofNullable(byNick.get(nick.key()));
    }

    /** Gives the session a nick unless another has it. An old one stays its own until it is given back. */
    boolean claim(Session session, Nick nick) {
        boolean claimed = engine.claim(nick, session.id());
        if (claimed) {
            byNick.put(nick.key(), session);
            session.setNick(nick);
        }
        return claimed;
    }

    /** Takes a nick back from the session. */
    void release(Session session, Nick nick) {
        byNick.remove(nick.key(), session);
        engine.release(nick, session.id());
    }

    /** Forgets a session whose seats and nick are given up. */
    void forget(Session session) {
        sessions.remove(session.id());
    }
}
