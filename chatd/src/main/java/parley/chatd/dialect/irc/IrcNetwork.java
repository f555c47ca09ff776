package parley.chatd.dialect.irc;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parley.chatd.core.ChatServer;
import parley.chatd.core.Nick;
import parley.chatd.dialect.Dialect;
import parley.protocol.irc.IrcLine;

/** What all IRC connections of a server share. Any thread. */
public final class IrcNetwork {

    private final ChatServer chat;
    private final Supplier<IrcNames> names;
    private final InstantSource clock;
    private final Instant begun;
    private final Map<Set<Cap>, IrcEncoding> encodings = new ConcurrentHashMap<>();
    private final Crowd crowd = new Crowd();
    private final Map<String, Markers> markers = new ConcurrentHashMap<>();
    private final AtomicLong batches = new AtomicLong();
    private final Departed departed = new Departed(this);
    private final Turnout turnout = new Turnout();
    private volatile @Nullable Runnable rehash;
    private final Monitors monitors = new Monitors();

    /** @param names what the server and the network are called, as it holds now */
    public IrcNetwork(ChatServer chat, Supplier<IrcNames> names, InstantSource clock) {
        this.chat = chat;
        this.names = names;
        this.clock = clock;
        this.begun = clock.instant();
        chat.watchNicks(monitors);
        chat.watchNicks(departed);
        chat.watchNicks(turnout);
        chat.watchAccounts(session -> Accounts.changed(this, session));
        chat.watchSettings(before -> crowd.all().forEach(client -> Capabilities.changed(client, before)));
    }

    /** The dialect of one more connection. */
    public Dialect connection() {
        return new IrcDialect(this);
    }

    ChatServer chat() {
        return chat;
    }

    IrcNames names() {
        return names.get();
    }

    /** The server as the source of a line. */
    String name() {
        return names().server();
    }

    Instant now() {
        return clock.instant();
    }

    /** When the server was started. */
    Instant begun() {
        return begun;
    }

    Crowd crowd() {
        return crowd;
    }

    /** How what many are told is spelt for those who have these capabilities: for the same ones the same. */
    IrcEncoding encoding(Set<Cap> caps) {
        return encodings.computeIfAbsent(Cap.shared(caps), key -> new IrcEncoding(new EventLines(this, key)));
    }

    /** A line of somebody's, or if that is empty, of the server's. */
    IrcLine line(String nick, String verb, String... params) {
        return IrcLine.of(verb, params).from(nick.isEmpty() ? name() : Sources.of(nick));
    }

    /** What is called that, if it can be a nick. */
    Optional<Nick> nick(String text) {
        int limit = chat.settings().limits().nickLength();
        return Nick.read(text, limit) instanceof Nick.Valid valid ? Optional.of(valid.nick()) : Optional.empty();
    }

    /** The account of whoever has that nick. */
    Optional<String> account(String nick) {
        return chat.accountOf(nick);
    }

    /** Why somebody is away; empty if they are not, or speak no IRC. */
    Optional<String> away(String nick) {
        return crowd.named(nick).map(guest -> guest.profile().away());
    }

    /** Whether somebody says that they are a program. */
    boolean isBot(String nick) {
        return has(nick, 'B');
    }

    /** Whether somebody does not want to be found by those who share no room with them. */
    boolean isInvisible(String nick) {
        return has(nick, 'i');
    }

    private boolean has(String nick, char mode) {
        return crowd.named(nick).filter(guest -> guest.profile().has(mode)).isPresent();
    }

    Turnout turnout() {
        return turnout;
    }

    /** Has this done when an operator asks for the configuration to be read again. */
    public void onRehash(Runnable reload) {
        rehash = reload;
    }

    /** What is done then; null if nothing is. */
    @Nullable Runnable rehash() {
        return rehash;
    }

    Departed departed() {
        return departed;
    }

    /** A name that no batch of anybody's has. */
    String nextBatch() {
        return "m" + Long.toString(batches.incrementAndGet(), Character.MAX_RADIX);
    }

    Monitors monitors() {
        return monitors;
    }

    /** How far the people of an account have read. */
    Markers markers(String account) {
        return markers.computeIfAbsent(account, key -> new Markers());
    }

    /** What somebody says they are really called; who speaks no IRC is called as their nick. */
    String realName(String nick) {
        return crowd.named(nick).map(guest -> guest.profile().realName()).orElse(nick);
    }
}
