package parley.chatd.dialect.irc;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parley.chatd.core.Nick;
import parley.chatd.core.Session;
import parley.chatd.core.View;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.Event.Refused;
import parley.protocol.Event.Said;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.Numeric;

/**
 * One client's side of the conversation: what it has asked for and not got yet, what it understands, and who it says it
 * is. Its connection's thread has its commands done; answers come on any.
 */
final class IrcSession {

    /** A command on its way. */
    private record Asked(String verb, String about, Reply reply) {
    }

    private final IrcNetwork network;
    private final Session session;
    private final Consumer<byte[]> out;
    private final Registration registration = new Registration();
    private final Map<String, Asked> asked = new ConcurrentHashMap<>();
    /** Marks in a room's history are kept, so that no other connection may use the same. */
    private final String mark = Long.toString(System.nanoTime(), Character.MAX_RADIX) + "-";
    private long lastRef;
    private @Nullable Multiline multiline;
    private final Map<String, Nick> monitored = new LinkedHashMap<>();
    private volatile Set<Cap> caps = EnumSet.noneOf(Cap.class);
    private volatile IrcEncoding encoding;
    private volatile Profile profile = Profile.NEW;
    private volatile @Nullable String nick;
    private volatile @Nullable Refused refusal;
    /** What is being answered with a label; null mostly. */
    private volatile @Nullable Labelled answering;
    /** What is still to be answered with a label, by being told of its own deed. */
    private volatile @Nullable Labelled awaited;
    /** The part of the history that is being read; null mostly. */
    private volatile @Nullable List<Said> recalled;
    private final AtomicLong batches = new AtomicLong();

    IrcSession(IrcNetwork network, Session session, Consumer<byte[]> out) {
        this.network = network;
        this.session = session;
        this.out = out;
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
        String ref = mark + Long.toString(++lastRef, Character.MAX_RADIX);
        asked.put(ref, new Asked(verb, about, reply));
        session.execute(ref, command);
    }

    /**
     * Asks for a part of a room's history. Only on the connection's thread.
     *
     * @return the messages, oldest first; empty if it was refused
     */
    Optional<List<Said>> recall(Command.Recall recall) {
        List<Said> messages = new ArrayList<>();
        recalled = messages;
        refusal = null;
        session.execute(null, recall);
        recalled = null;
        return refusal == null ? Optional.of(messages) : Optional.empty();
    }

    /** Takes what it asked for without a ref. */
    void takeRecalled(Event event) {
        List<Said> messages = recalled;
        if (messages != null && event instanceof Said said) {
            messages.add(said);
        } else if (messages != null && event instanceof Refused refused) {
            refusal = refused;
        }
    }

    /** The lines of an answer, except those that are kept for an answer with a label. */
    List<IrcLine> answer(String ref, Event.Answer answer) {
        List<IrcLine> lines = spell(ref, answer);
        Labelled open = answering;
        if (open != null) {
            open.add(lines);
        }
        return open == null ? lines : List.of();
    }

    private List<IrcLine> spell(String ref, Event.Answer answer) {
        Asked question = asked.remove(ref);
        if (question == null) {
            return List.of();
        }
        if (!(answer instanceof Refused refused)) {
            return question.reply().spell(answer);
        }
        refusal = refused;
        boolean isAnswered = !question.verb().equals("NOTICE");
        return isAnswered ? List.of(Refusals.spell(this, question.verb(), question.about(), refused)) : List.of();
    }

    /** Why it was last refused something; null if it never was. */
    @Nullable Refused refusal() {
        return refusal;
    }

    void send(IrcLine line) {
        send(List.of(line));
    }

    void send(List<IrcLine> lines) {
        Labelled open = answering;
        if (open == null) {
            out.accept(Lines.bytes(lines));
        } else {
            open.add(lines);
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

    /** Does something whose answer has a label. What it does itself, and is told of with the others, may be the answer. */
    void answerWithLabel(String label, Runnable deed) {
        Labelled answer = new Labelled(label);
        answering = answer;
        try {
            deed.run();
            session.settle();
        } finally {
            answering = null;
        }
        if (answer.isEmpty()) {
            awaited = answer;
        } else {
            send(answer.answer(this));
        }
    }

    /** Its own deed, which answers a line with a label if nothing else has; empty if it does not. */
    Optional<List<IrcLine>> answerWith(Supplier<List<IrcLine>> lines) {
        Labelled answer = awaited;
        awaited = null;
        return answer == null ? Optional.empty() : Optional.of(answer.answer(this, lines.get()));
    }

    /** Ends an answer with a label to which nothing has come. */
    void acknowledge() {
        Labelled answer = awaited;
        awaited = null;
        if (answer != null) {
            send(answer.acknowledgement(this));
        }
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

    /** A line of its own doing, as others are told of it. */
    IrcLine own(String verb, String... params) {
        return encoding.lines.from(nick(), verb, params);
    }

    /** Who looks has left already if this is empty. */
    Optional<View.Somebody> self() {
        return session.view().self();
    }
}
