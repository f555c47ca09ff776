package parley.chatd.core;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import parley.protocol.Cursor;
import parley.protocol.Event;

/** All sessions and rooms of one server, or of one node of a cluster. Any thread. */
public final class ChatServer implements AutoCloseable {

    private final Settings settings;
    private final Engine engine;
    private final InstantSource clock;
    private final Commands commands;
    private final Set<String> standing = new HashSet<>();
    private final Map<String, Room> rooms = new ConcurrentHashMap<>();
    private final Map<Long, Session> sessions = new ConcurrentHashMap<>();
    private final Map<String, Session> byNick = new ConcurrentHashMap<>();
    private final AtomicLong lastSession = new AtomicLong();
    /** Why all sessions end, those that are still to come as well; null as long as they do not. */
    private volatile @Nullable String ending;

    /** A server over an engine, which it starts and, in the end, closes. */
    public ChatServer(Settings settings, Engine engine, InstantSource clock) {
        this.settings = settings;
        this.engine = engine;
        this.clock = clock;
        this.commands = new Commands(this, settings, engine, clock);
        for (RoomName room : settings.rooms()) {
            standing.add(room.key());
            rooms.put(room.key(), new Room(room, engine.topic(room)));
        }
        engine.start(this::committed);
    }

    /** Begins a session that has yet to say hello. */
    public Session open(Outbox outbox, Origin origin) {
        Session session = new Session(lastSession.incrementAndGet(), outbox, origin, commands, clock);
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

    @Override
    public void close() {
        engine.close();
    }

    /** Applies what the engine has committed. A room comes with its first seat and goes with its last. */
    private void committed(Cursor cursor, Entry entry) {
        Room room =
                rooms.computeIfAbsent(entry.room().key(), key -> new Room(entry.room(), engine.topic(entry.room())));
        room.apply(cursor, entry, sessions.get(entry.author()));
        if (room.isEmpty() && !standing.contains(entry.room().key())) {
            rooms.remove(entry.room().key());
        }
    }

    /** The room's name as its members know it. */
    RoomName known(RoomName name) {
        Room room = rooms.get(name.key());
        return room == null ? name : room.name();
    }

    Optional<Room> room(RoomName name) {
        return Optional.ofNullable(rooms.get(name.key()));
    }

    List<Event.RoomInfo> roomList() {
        Collection<Room> all = rooms.values();
        return all.stream().map(Room::info).sorted(Comparator.comparing(Event.RoomInfo::name)).toList();
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
