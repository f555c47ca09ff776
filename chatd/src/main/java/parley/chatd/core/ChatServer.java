package parley.chatd.core;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import parley.protocol.Cursor;
import parley.protocol.Event;
import parley.protocol.Event.Lifted;
import parley.protocol.Event.Restricted;

/** All sessions and rooms of one server, or of one node of a cluster. Any thread. */
public final class ChatServer implements AutoCloseable {

    private final Engine engine;
    private final Publisher publisher;
    private final InstantSource clock;
    private final Executor aside;
    private volatile Settings settings;
    private volatile Commands commands;
    private final OpenRooms rooms;
    private final Map<Long, Session> sessions = new ConcurrentHashMap<>();
    private final ServerWide everywhere;
    private final Nicks nicks;
    private final Counts counts = new Counts();
    private final List<AccountWatcher> accountWatchers = new CopyOnWriteArrayList<>();
    private final List<Consumer<Settings>> settingsWatchers = new CopyOnWriteArrayList<>();
    private final Instant begun;
    private final AtomicLong lastSession = new AtomicLong();
    /** Why all sessions end, those that are still to come as well; null as long as they do not. */
    private volatile @Nullable String ending;

    /** A server over an engine, which it starts and, in the end, closes. */
    public ChatServer(Settings settings, Engine engine, InstantSource clock) {
        this(settings, engine, clock, Thread::startVirtualThread);
    }

    /**
     * The same.
     *
     * @param aside does what has to wait, but not on the thread that decides it
     */
    public ChatServer(Settings settings, Engine engine, InstantSource clock, Executor aside) {
        this.aside = aside;
        this.engine = engine;
        this.publisher = new Publisher(engine, counts.commits());
        this.clock = clock;
        this.begun = clock.instant();
        this.settings = settings;
        this.commands = new Commands(this, settings, engine, clock);
        this.everywhere = new ServerWide(sessions.values(), engine.state(RoomName.SERVER));
        this.rooms = new OpenRooms(settings, engine, clock, counts);
        this.nicks = new Nicks(engine, sessions);
        engine.start(this::committed);
    }

    /**
     * Goes by other settings from now on, for sessions that are there as well. Nobody loses a seat: a room that is no
     * longer to stay open closes when it is empty. A command that is being done ends by the settings it began with.
     */
    public void reconfigure(Settings next) {
        Map<Session, Optional<String>> accounts = new HashMap<>();
        sessions.values().forEach(session -> accounts.put(session, session.accountName()));
        Settings before = settings;
        replaceSettings(next);
        settingsWatchers.forEach(watcher -> watcher.accept(before));
        accounts.forEach((session, account) -> {
            if (!session.accountName().equals(account)) {
                accountChanged(session);
            }
        });
    }

    private synchronized void replaceSettings(Settings next) {
        settings = next;
        commands = new Commands(this, next, engine, clock);
        rooms.configure(next);
    }

    /** What the people who run the server have decided, as it holds now. */
    public Settings settings() {
        return settings;
    }

    /** The bans and mutes that hold in all rooms. */
    RoomState everywhere() {
        return everywhere.state();
    }

    /** Begins a session that has yet to say hello, and is told of everything. */
    public Session open(Outbox outbox, Origin origin) {
        return open(outbox, origin, Manner.TOLD);
    }

    /** Begins a session that has yet to say hello. */
    public Session open(Outbox outbox, Origin origin, Manner manner) {
        Session session = new Session(lastSession.incrementAndGet(), outbox, origin, manner, this, clock);
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
        nicks.tick(now);
        everywhere.state().expired(now).forEach(restricted -> lift(RoomName.SERVER, restricted));
        rooms.expired(now, this::lift);
    }

    /**
     * A ban, a mute or an exception whose time is up has ended already; now its place is free, and people learn of it.
     */
    private void lift(RoomName room, Restricted expired) {
        Lifted lifted = new Lifted(expired.kind(), expired.room(), expired.target(), "");
        engine.append(List.of(new Entry(room, lifted, Entry.NOBODY)), Engine.Receipt.IGNORED);
    }

    /**
     * Says goodbye to everyone, and to whoever still comes; connections close once they have been sent what is theirs.
     */
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
        return rooms.count();
    }

    /** How many seats there are in all rooms together. */
    public long memberCount() {
        return rooms.seats();
    }

    /** How many bytes wait to be written to each session. */
    public LongStream waitingBytes() {
        return sessions.values().stream().mapToLong(Session::waitingBytes);
    }

    @Override
    public void close() {
        engine.close();
    }

    /** Applies what the engine has committed. */
    private void committed(List<Cursor> cursors, List<Entry> run) {
        Entry first = run.getFirst();
        if (first.room().equals(RoomName.SERVER)) {
            run.forEach(everywhere::apply);
            return;
        }
        Room room = rooms.opened(first.room());
        boolean wasEmpty = room.size() == 0;
        if (run.size() > 1) {
            room.tell(cursors, run);
        } else {
            room.apply(cursors.getFirst(), first, sessions.get(first.author()));
        }
        if (first.event() instanceof Event.Said) {
            counts.messages(run.size());
        }
        if (wasEmpty || room.size() == 0) {
            rooms.seatsChanged(room);
        }
    }

    /** What sessions do goes by the table of the moment. */
    Commands commands() {
        return commands;
    }

    Instant now() {
        return clock.instant();
    }

    /** All there are, welcome or not. */
    Collection<Session> sessions() {
        return sessions.values();
    }

    Publisher publisher() {
        return publisher;
    }

    OpenRooms rooms() {
        return rooms;
    }

    Nicks nicks() {
        return nicks;
    }

    /** Who is called that, or something that counts as the same. */
    Optional<Session> named(String nick) {
        return Nick.read(nick, settings.limits().nickLength()) instanceof Nick.Valid valid
                ? nicks.find(valid.nick())
                : Optional.empty();
    }

    /** Has somebody told from now on which nicks come and go. */
    public void watchNicks(Engine.Presence watcher) {
        nicks.watch(watcher);
    }

    /** Has somebody told whenever other settings hold, and which held before. It must not wait. */
    public void watchSettings(Consumer<Settings> watcher) {
        settingsWatchers.add(watcher);
    }

    /** Has somebody told from now on who logs in and out. */
    public void watchAccounts(AccountWatcher watcher) {
        accountWatchers.add(watcher);
    }

    /** Who has not been welcomed yet is told of when they are. */
    void accountChanged(Session session) {
        if (session.isWelcome()) {
            accountWatchers.forEach(watcher -> watcher.changed(session));
        }
    }

    /** The account of whoever has exactly that nick, if they are logged in to one. */
    public Optional<String> accountOf(String nick) {
        return nicks.findExactly(nick).flatMap(Session::accountName);
    }

    Executor aside() {
        return aside;
    }

    /** Forgets a session whose seats and nick are given up. */
    void forget(Session session) {
        sessions.remove(session.id());
    }
}
