package parley.chatd.dialect.irc;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.chatd.core.Nick;
import parley.chatd.core.Session;
import parley.chatd.core.View;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.Numeric;

/**
 * One client's side of the conversation: what it has asked for and not got yet, what it understands, and who it says it
 * is. Its connection's thread has its commands done; answers come on any.
 */
final class IrcSession {

    private final IrcNetwork network;
    private final Session session;
    private final Consumer<byte[]> out;
    private final Registration registration = new Registration();
    private final Sasl sasl = new Sasl();
    private final Asking asking;
    private final Labels labels;
    private @Nullable Multiline multiline;
    private final Map<String, Nick> monitored = new LinkedHashMap<>();
    private volatile Set<Cap> caps = EnumSet.noneOf(Cap.class);
    private volatile IrcEncoding encoding;
    private volatile Profile profile = Profile.NEW;
    private volatile @Nullable String nick;
    private final Markers markers = new Markers();
    private final AtomicLong batches = new AtomicLong();

    IrcSession(IrcNetwork network, Session session, Consumer<byte[]> out) {
        this.network = network;
        this.session = session;
        this.out = out;
        this.asking = new Asking(this);
        this.labels = new Labels(this);
        this.encoding = network.encoding(caps);
    }

    IrcNetwork network() {
        return network;
    }

    Session session() {
        return session;
    }

    View view() {
        return session.view();
    }

    Registration registration() {
        return registration;
    }

    /** Its login. Only on the connection's thread. */
    Sasl sasl() {
        return sasl;
    }

    Profile profile() {
        return profile;
    }

    void setProfile(Profile changed) {
        profile = changed;
    }

    boolean has(Cap cap) {
        return caps.contains(cap);
    }

    Set<Cap> caps() {
        return caps;
    }

    /** From now on it is told in such lines. Only on the connection's thread. */
    void setCaps(Set<Cap> understood) {
        caps = understood;
        encoding = network.encoding(understood);
    }

    IrcEncoding encoding() {
        return encoding;
    }

    /** Whether it has been welcomed. */
    boolean isRegistered() {
        return nick != null;
    }

    /** Its nick, as it was last told; {@code *} as long as it has none. */
    String nick() {
        String known = nick;
        return known == null ? "*" : known;
    }

    /** It is told that this is its nick now; null if it is gone. */
    void setNick(@Nullable String given) {
        String old = nick;
        nick = given;
        if (old != null) {
            network.crowd().went(old, this);
        }
        if (given != null) {
            network.crowd().came(given, this);
        }
    }

    /** Has a command done. Only on the connection's thread. */
    void ask(String verb, String about, Command command, Reply reply) {
        asking.ask(verb, about, command, reply);
    }

    Asking asking() {
        return asking;
    }

    Labels labels() {
        return labels;
    }

    /** The lines of an answer, except those that are kept for an answer with a label. */
    List<IrcLine> answer(String ref, Event.Answer answer) {
        List<IrcLine> lines = asking.spell(ref, answer);
        return labels.keeps(lines) ? List.of() : lines;
    }

    void send(IrcLine line) {
        send(List.of(line));
    }

    void send(List<IrcLine> lines) {
        if (!labels.keeps(lines)) {
            out.accept(Lines.bytes(lines));
        }
    }

    /** Is told of something that others are told of as well. Any thread. */
    void tell(byte[] lines) {
        out.accept(lines);
    }

    void tell(IrcLine line) {
        tell(Lines.bytes(List.of(line)));
    }

    /** The message of several lines that it is saying; null mostly. Only on the connection's thread. */
    @Nullable Multiline multiline() {
        return multiline;
    }

    void setMultiline(@Nullable Multiline begun) {
        multiline = begun;
    }

    /** Whom it wants to know of: nicks by their key. Only on the connection's thread. */
    Map<String, Nick> monitored() {
        return monitored;
    }

    /** How far it has read, as long as it has no account. */
    Markers markers() {
        return markers;
    }

    /** A name that no open batch has. */
    String nextBatch() {
        return Long.toString(batches.incrementAndGet(), Character.MAX_RADIX);
    }

    void send(Numeric numeric, String... params) {
        send(numeric(numeric, params));
    }

    IrcLine numeric(Numeric numeric, String... params) {
        return numeric.line(network.name(), nick(), params);
    }

    /** A numeric with another text than the usual. */
    IrcLine saying(Numeric numeric, String text, String... params) {
        return numeric.saying(network.name(), nick(), text, params);
    }

    /** What is called that, if it can be a nick. */
    Optional<Nick> nick(String text) {
        return network.nick(text);
    }

    /** A line of its own doing, as others are told of it. */
    IrcLine own(String verb, String... params) {
        return encoding.lines.from(nick(), verb, params);
    }

    /** Who looks has left already if this is empty. */
    Optional<View.Somebody> self() {
        return session.view().self();
    }
}
