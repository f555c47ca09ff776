package parley.chatd.core;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import parley.protocol.Cursor;
import parley.protocol.Event;
import parley.protocol.Event.Lifted;
import parley.protocol.Event.Restricted;

/** All sessions and rooms of one server, or of one node of a cluster. Any thread. */
public final class ChatServer implements AutoCloseable {

    /** How long a nick stays with a server that is not heard of any more. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    /** Keeps up who is called what. */
    private final class Present implements Engine.Presence {
        @Override
        public void came(Nick nick, long owner) {
            Session session = sessions.get(owner);
            if (session != null) {
                byNick.put(nick.key(), session);
            }
        }

        @Override
        public void went(Nick nick, long owner) {
            byNick.computeIfPresent(nick.key(), (key, session) -> session.id() == owner ? null : session);
        }
    }

    private final Engine engine;
    private final Publisher publisher;
    private final InstantSource clock;
    private final Executor aside;
    private volatile Settings settings;
    private volatile Commands commands;
    private final Map<String, Room> rooms = new ConcurrentHashMap<>();
    private final Map<Long, Session> sessions = new ConcurrentHashMap<>();
    private final ServerWide everywhere;
    private final Map<String, Session> byNick = new ConcurrentHashMap<>();
    private final Present present = new Present();
    /** When the leases of nicks are to be renewed. Only the thread that ticks. */
    private Instant renewal = Instant.MIN;
    private final Counts counts = new Counts();
    private final Instant begun;
    private final AtomicLong lastSession = new AtomicLong();
    /** Why all sessions end, those that are still to come as well; null as long as they do not. */
    private volatile @Nullable String ending;

    /** A server over an engine, which it starts and, in the end, closes. */
    public ChatServer(Settings settings, Engine engine, InstantSource clock) {
        this(settings, engine, clock, Thread::startVirtualThread);
    }

    /** @param aside does what has to wait, but not on the thread that decides it */
    ChatServer(Settings settings, Engine engine, InstantSource clock, Executor aside) {
        this.aside = aside;
        this.engine = engine;
        this.publisher = new Publisher(engine, counts.commits());
        this.clock = clock;
        this.begun = clock.instant();
        this.settings = settings;
        this.commands = new Commands(this, settings, engine, clock);
        this.everywhere = new ServerWide(sessions.values(), engine.state(RoomName.SERVER));
        openStanding();
        engine.watch(present);
        engine.start(this::committed);
    }

    /**
     * Goes by other settings from now on, for sessions that are there as well. Nobody loses a seat: a room that is no
     * longer to stay open closes when it is empty. A command that is being done ends by the settings it began with.
     */
    public synchronized void reconfigure(Settings next) {
        settings = next;
        commands = new Commands(this, next, engine, clock);
        rooms.values().forEach(room -> room.rules().configure(next.room(room.name())));
        openStanding();
    }

    private void openStanding() {
        settings.rooms().forEach(room -> openedForGood(room.name()));
    }

    Settings settings() {
        return settings;
    }

    /** The bans and mutes that hold in all rooms. */
    RoomState everywhere() {
        return everywhere.state();
    }

    /** Begins a session that has yet to say hello. */
    public Session open(Outbox outbox, Origin origin) {
        Session session = new Session(lastSession.incrementAndGet(), outbox, origin, this, clock);
        sessions.put(session.id(), session);
        String why = ending;
        if (why != null) {
            session.endWithAll(why);
        }
        return session;
    }

    /** Looks after sessions that are silent or overdue. To be called every second or so; it never waits. */
    public void tick() {
        sessions.values().forEach(session -> session.tick(settings.limits()));
        Instant now = clock.instant();
        if (!now.isBefore(renewal)) {
            renewal = now.plus(LEASE.dividedBy(3));
            sessions.values().forEach(this::renew);
        }
        everywhere.state().expired(now).forEach(restricted -> lift(RoomName.SERVER, restricted));
        rooms.values().forEach(room -> room.rules().state().expired(now)
                .forEach(restricted -> lift(room.name(), restricted)));
    }

    /** Who was away for so long that another has the nick is who they were no longer. */
    private void renew(Session session) {
        Nick nick = session.nick();
        if (nick != null && !engine.renew(nick, session.id(), LEASE) && nick.equals(session.nick())) {
            session.end("another has the nick now");
        }
    }

    /** A ban or a mute whose time is up has ended already; now its place is free, and people learn of it. */
    private void lift(RoomName room, Restricted expired) {
        Lifted lifted = new Lifted(expired.kind(), expired.room(), expired.target(), "");
        engine.append(List.of(new Entry(room, lifted, Entry.NOBODY)), Engine.Receipt.IGNORED);
    }

    /** Says goodbye to everyone, and to whoever still comes; connections close once they have been sent what is theirs. */
    public void endAll(String why) {
        ending = why;
        sessions.values().forEach(session -> session.endWithAll(why));
    }

    /** How many sessions there are, welcome or not. */
    public int sessionCount() {
        return sessions.size();
    }

    /** How it is. May wait a moment for the engine. */
    public Event.Status status() {
        return new Event.Status(settings.server(), Duration.between(begun, clock.instant()).toSeconds(),
                (int) welcomeCount(), (int) roomCount(), counts.messages(), trouble().orElse(null));
    }

    /** What keeps it from storing messages at present. May wait a moment for the engine. */
    public Optional<String> trouble() {
        return engine.trouble();
    }

    /** Whether it says goodbye to everyone. */
    public boolean isEnding() {
        return ending != null;
    }

    /** What has happened here. */
    public Counts counts() {
        return counts;
    }

    /** How many sessions have said hello. */
    public long welcomeCount() {
        return sessions.values().stream().filter(Session::isWelcome).count();
    }

    /** How many rooms are open. */
    public long roomCount() {
        return rooms.values().stream().filter(this::isOpen).count();
    }

    /** How many seats there are in all rooms together. */
    public long memberCount() {
        return rooms.values().stream().mapToLong(Room::size).sum();
    }

    /** How many bytes wait to be written to each session. */
    public LongStream waitingBytes() {
        return sessions.values().stream().mapToLong(Session::waitingBytes);
    }

    @Override
    public void close() {
        engine.close();
    }

    /** Applies what the engine has committed. A room comes with its first seat and goes with its last. */
    private void committed(List<Cursor> cursors, List<Entry> run) {
        Entry first = run.getFirst();
        if (first.room().equals(RoomName.SERVER)) {
            run.forEach(everywhere::apply);
            return;
        }
        Room room = opened(first.room());
        if (run.size() > 1) {
            room.tell(cursors, run);
        } else {
            room.apply(cursors.getFirst(), first, sessions.get(first.author()));
        }
        if (first.event() instanceof Event.Said) {
            counts.messages(run.size());
        }
        if (room.size() == 0) {
            closeIfEmpty(first.room());
        } else if (rooms.get(first.room().key()) != room) {
            rooms.put(first.room().key(), room); // somebody saw it empty, and closed it, while the first came in
        }
    }

    /** Forgets a room in which nobody is, and which is not to stay open. */
    void closeIfEmpty(RoomName name) {
        rooms.computeIfPresent(name.key(), (key, room) -> isOpen(room) ? room : null);
    }

    /** The room of that name, which is made if it is not there. */
    Room opened(RoomName name) {
        Room room = rooms.get(name.key());
        return room != null ? room : openedForGood(name);
    }

    /** The same, and not one that is being closed because it was not to stay open until now. */
    private Room openedForGood(RoomName name) {
        // Not computeIfAbsent, which may find a room without waiting for whoever is about to remove it.
        return rooms.compute(name.key(),
                (key, open) -> open == null ? new Room(name, settings.room(name), engine.state(name), counts) : open);
    }

    /** Whether a room is there for people: one that was to stay open, and no longer is, may be here without being. */
    private boolean isOpen(Room room) {
        return room.size() > 0 || settings.room(room.name()).isPresent();
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

    /** The rooms that somebody may know of. */
    List<Event.RoomInfo> roomList(Session session) {
        Collection<Room> all = rooms.values();
        return all.stream().filter(room -> isOpen(room) && room.isKnownTo(session)).map(Room::info)
                .sorted(Comparator.comparing(Event.RoomInfo::name))
                .toList();
    }

    /** Who is called that, or something that counts as the same. */
    Optional<Session> named(String nick) {
        return Nick.read(nick, settings.limits().nickLength()) instanceof Nick.Valid valid
                ? Optional.ofNullable(byNick.get(valid.nick().key()))
                : Optional.empty();
    }

    /** The nick that somebody has who has not quite this one, as the end of a sentence. */
    String lookalike(Nick nick) {
        return named(nick.text()).map(Session::nick).filter(had -> !had.text().equalsIgnoreCase(nick.text()))
                .map(had -> ", as " + had.text() + ", which counts as the same").orElse("");
    }

    /** Gives the session a nick unless another has it. An old one stays its own until it is given back. */
    boolean claim(Session session, Nick nick) {
        boolean claimed = engine.claim(nick, session.id(), LEASE);
        if (claimed) {
            session.setNick(nick);
        }
        return claimed;
    }

    /** Takes a nick back from the session. */
    void release(Session session, Nick nick) {
        engine.release(nick, session.id());
    }

    Executor aside() {
        return aside;
    }

    /** Forgets a session whose seats and nick are given up. */
    void forget(Session session) {
        sessions.remove(session.id());
    }
}
