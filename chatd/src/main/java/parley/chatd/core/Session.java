package parley.chatd.core;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import parley.protocol.Command;
import parley.protocol.Delivery;
import parley.protocol.Event;
import parley.protocol.Password;
import parley.protocol.Refusal;
import parley.protocol.text.TimeSpan;

/**
 * One connection's life, from before its hello until after its goodbye.
 *
 * <pre>
 *            hello            quit, end()           disconnected()
 *   opened ────────► welcome ─────────────► ending ────────────────► over
 *      └──────────────────── end() ───────────▲
 * </pre>
 *
 * <p>{@link #execute}, {@link #refuse}, {@link #together} and {@link #disconnected} are called on the connection's
 * thread, one at a time; {@link #end} and {@link #deliver} on any.
 */
public final class Session {

    private final long id;
    private final Outbox outbox;
    private final Origin origin;
    private final Manner manner;
    private final ChatServer server;
    private final InstantSource clock;
    private final Gate gate;
    private final Turn turn;
    private final Map<String, RoomName> seats = new ConcurrentHashMap<>();
    private final Pacer pacer;
    private int wrongPasswords; // only the connection's thread
    private volatile @Nullable Nick nick;
    /** The key of the account it is logged in to. */
    private volatile @Nullable String account;
    private final Resent resent = new Resent();
    private volatile boolean welcome;
    private volatile boolean echo;
    private final Instant opened;
    private final Liveness liveness;
    private final Ending ending = new Ending();

    Session(long id, Outbox outbox, Origin origin, Manner manner, ChatServer server, InstantSource clock) {
        this.id = id;
        this.outbox = outbox;
        this.origin = origin;
        this.manner = manner;
        this.server = server;
        this.clock = clock;
        this.gate = new Gate(outbox);
        this.turn = new Turn(run -> server.publisher().append(this, run));
        this.pacer = new Pacer(clock);
        this.opened = clock.instant();
        this.liveness = new Liveness(opened);
    }

    /** Does a command and answers it, now or as soon as the engine has committed what it stores. */
    public void execute(@Nullable String ref, Command command) {
        hear();
        if (turn.begin()) {
            try {
                server.commands().execute(this, ref, command);
            } finally {
                turn.end();
            }
        }
    }

    /**
     * Does commands that came together: of the messages among them, those that follow each other are published as one.
     */
    public void together(Runnable commands) {
        hear();
        turn.together(commands);
    }

    /** Says something in a room, now or with more that came together with it. */
    void say(Entry message) {
        turn.say(message);
    }

    /**
     * Does what only the dialect knows of, as a command like any other: in its turn, and at the session's pace.
     *
     * @return why it was not done
     */
    public Optional<Event.Refused> perform(Runnable deed) {
        hear();
        if (!turn.begin()) {
            return Optional.empty();
        }
        try {
            Optional<Event.Refused> tooFast = server.commands().keepPace(this);
            settle();
            if (tooFast.isEmpty()) {
                deed.run();
            }
            return tooFast;
        } finally {
            turn.end();
        }
    }

    /** The nick it has at present; empty if it has none. */
    public String nickText() {
        Nick known = nick;
        return known == null ? "" : known.text();
    }

    /**
     * Logs in to an account without its nick, which may come later or be another. Who has been welcomed already keeps the
     * nick they have, and goes if the account is banned from the server. May take as long as a password takes to
     * check. Only on the connection's thread.
     *
     * @param name null for the account that the certificate of the connection belongs to
     * @param password null if the certificate is to do
     * @return why not
     */
    public Optional<Event.Refused> logIn(@Nullable String name, @Nullable Password password) {
        return server.commands().logIn(this, name, password);
    }

    /**
     * Logs in to an account by a proof that its password is known, which the password itself is no part of. A proof that
     * fails counts as a wrong password, and the refusal does not tell whether there is such an account. Only on the
     * connection's thread.
     *
     * @param proof whether it is this password that is known
     * @return why not
     */
    public Optional<Event.Refused> prove(String name, Predicate<PasswordHash> proof) {
        return server.commands().prove(this, name, proof);
    }

    /**
     * Does something, waits until it is done, and only then goes on with being told of what happens in rooms; what
     * happens meanwhile is not lost. Only on the connection's thread, and once the session is welcome.
     */
    public void apart(Runnable deed) {
        gate.close();
        try {
            deed.run();
            settle();
        } finally {
            gate.open();
        }
    }

    /** What this session sees of the others. */
    public View view() {
        return new View(server, this);
    }

    /** Waits until everything this session was asked before is done. Whoever waits for anything else does this first. */
    public void settle() {
        turn.settle();
    }

    /** Refuses a command, or what could not even be read as one, after what was asked before has been answered. */
    public void refuse(@Nullable String ref, Event.Refused refused) {
        hear();
        settle();
        answer(ref, refused);
    }

    /**
     * Takes no more commands; as soon as those it took are answered, gives up all seats and the nick, says goodbye, and
     * lets the connection close. The first reason given is the one that others see.
     */
    public void end(String why) {
        if (decide(why)) {
            turn.finish(() -> server.aside().execute(() -> giveUpAndSayGoodbye(null, why)));
        }
    }

    /** Ends like all others at the same time: they need not be told of each other. */
    void endWithAll(String why) {
        if (decide(why)) {
            turn.finish(() -> sayGoodbye(null, why));
        }
    }

    /** Ends with this very command. */
    void quit(@Nullable String ref, String why) {
        decide(why);
        giveUpAndSayGoodbye(ref, why);
        turn.finish(() -> {
        });
    }

    /**
     * The connection is gone: gives up all seats and the nick. Called exactly once, last.
     *
     * @param why the reason that others see, unless the session was ending already
     */
    public void disconnected(String why) {
        if (!decide(why)) {
            ending.awaitGoodbye();
        }
        giveUp();
        server.forget(this);
        outbox.close();
    }

    private boolean decide(String why) {
        return ending.decide(why, clock.instant());
    }

    /** Whoever reads the goodbye finds the nick free. */
    private void giveUpAndSayGoodbye(@Nullable String ref, String why) {
        try {
            giveUp();
        } finally {
            sayGoodbye(ref, why);
        }
    }

    /** Gives up all seats and the nick, unless that is done. Never while a command is being done by another thread. */
    private void giveUp() {
        server.commands().giveUp(this, ending.why());
    }

    private void sayGoodbye(@Nullable String ref, String why) {
        outbox.offer(ref, new Event.Bye(why));
        outbox.close();
        ending.saidGoodbye();
    }

    /** For the log: no more than who it is. */
    @Override
    public String toString() {
        Nick known = nick;
        return "session " + id + (known == null ? "" : " (" + known.text() + ")");
    }

    long id() {
        return id;
    }

    /** Where the connection comes from. */
    public Origin origin() {
        return origin;
    }

    /** The account it is logged in to, as it is configured now. */
    Optional<Account> account() {
        return server.settings().account(account);
    }

    /** The name of the account it is logged in to, if any. */
    public Optional<String> accountName() {
        return account().map(known -> known.nick().text());
    }

    void logIn(Account known) {
        Optional<String> before = accountName();
        account = known.nick().key();
        if (!accountName().equals(before)) {
            server.accountChanged(this);
        }
    }

    Identity identity() {
        return new Identity(nick, account(), origin);
    }

    /** When the connection was made. */
    Instant opened() {
        return opened;
    }

    /** One more; how many there are now. Only on the session's thread. */
    int countWrongPassword() {
        return ++wrongPasswords;
    }

    /** Counts one more command, unless it comes too fast; operators of the server are never too fast. */
    Optional<Event.Refused> keepPace(Pace pace) {
        return account != null && identity().isOperator() ? Optional.empty() : pacer.take(pace, origin);
    }

    @Nullable Nick nick() {
        return nick;
    }

    /** The nick of a session that has said hello. */
    Nick named() {
        return Objects.requireNonNull(nick, "only hello comes before a nick");
    }

    boolean isCalled(String text) {
        Nick known = nick; // another thread may take it back meanwhile
        return known != null && known.text().equals(text);
    }

    void setNick(@Nullable Nick given) {
        nick = given;
    }

    Manner manner() {
        return manner;
    }

    boolean wantsEcho() {
        return echo;
    }

    Map<String, RoomName> seats() {
        return seats;
    }

    /** Goes on with a room that this session has a seat in, if nothing else is wrong; otherwise answers why not. */
    void inRoom(@Nullable String ref, String name, Optional<Event.Refused> problem, Consumer<RoomName> next) {
        RoomName room = seat(name);
        if (room == null) {
            refuse(ref, noMember(name));
        } else if (problem.isPresent()) {
            refuse(ref, problem.get());
        } else {
            next.accept(room);
        }
    }

    static Event.Refused noMember(String room) {
        return new Event.Refused(Refusal.NOT_A_MEMBER, room, "you are not in " + room + "; join it first");
    }

    /** The room of that name, if this session has a seat there. Most names are keys, which folding leaves as they are. */
    private @Nullable RoomName seat(String name) {
        RoomName room = seats.get(name);
        return room == null && RoomName.read(name) instanceof RoomName.Valid valid
                ? seats.get(valid.room().key())
                : room;
    }

    Outstanding outstanding() {
        return turn.outstanding();
    }

    void deliver(Shared shared) {
        gate.deliver(shared);
    }

    void answer(@Nullable String ref, Event.Answer answer) {
        count(answer);
        outbox.offer(ref, answer);
    }

    private void count(Event answer) {
        if (answer instanceof Event.Refused refused) {
            server.counts().refusal(refused.why());
        }
    }

    void answer(List<Delivery> answers) {
        answers.forEach(answer -> count(answer.event()));
        outbox.offer(answers);
    }

    /** Tells this session alone of something it asked for. */
    void deliver(Event.Happening happening) {
        outbox.offer(null, happening);
    }

    void welcome(@Nullable String ref, Event.Welcomed welcomed, boolean wantsEcho) {
        echo = wantsEcho;
        outbox.offer(ref, welcomed);
        welcome = true;
        gate.open();
    }

    long waitingBytes() {
        return outbox.waitingBytes();
    }

    boolean isWelcome() {
        return welcome;
    }

    boolean isEnding() {
        return ending.isDecided();
    }

    Gate gate() {
        return gate;
    }

    /** Waits until the other end has read most of what is its own. Only on the connection's thread. */
    void awaitRead() {
        outbox.awaitRead();
    }

    Resent resent() {
        return resent;
    }

    /** What comes together is one sign of life. */
    private void hear() {
        if (!turn.isTogether()) {
            liveness.hear(clock.instant());
        }
    }

    void tick(Settings.Limits limits) {
        Instant now = clock.instant();
        if (ending.isDecided()) {
            if (ending.isOverdue(now)) {
                outbox.cut();
            }
        } else if (isWelcome()) {
            tickWelcome(limits.idle(), now);
        } else if (Liveness.isOver(limits.hello(), opened, now)) {
            end("no hello within " + TimeSpan.write(limits.hello()));
        }
    }

    private void tickWelcome(Duration idle, Instant now) {
        switch (liveness.due(idle, now)) {
            case ASK -> deliver(new Event.Ping());
            case END -> end("timed out");
            case NOTHING -> {
                // It was heard of lately, or has been asked and may still answer.
            }
        }
    }
}
