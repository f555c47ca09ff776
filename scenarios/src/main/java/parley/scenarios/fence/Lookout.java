package parley.scenarios.fence;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import parley.protocol.irc.CaseMapping;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.Promise;
import parley.protocol.irc.Source;

/**
 * Looks out on one connection for the signs that fences wait for, and for where its client is. Its reader hears; any
 * thread may ask. On a connection that does not speak IRC there is nothing to be seen.
 */
public final class Lookout {

    /** What the marks of this process begin with: nobody says that by chance, and another process has others. */
    private static final String MARK = "parley-fence-" + UUID.randomUUID() + "-";
    private static final AtomicLong LAST_MARK = new AtomicLong();

    private final Consumer<String> wire;
    private final List<Awaited> awaited = new CopyOnWriteArrayList<>();
    private final AtomicLong deeds = new AtomicLong();
    /** How much others had done when their last sign came. */
    private final Map<Lookout, Long> known = new ConcurrentHashMap<>();
    private volatile String nick = "";
    private volatile String server = "";
    private volatile boolean welcome;
    private volatile boolean promised;
    private volatile boolean ended;

    /** A sign, and what it looks like here. */
    private record Awaited(Sign sign, Predicate<IrcLine> looks) {
    }

    /** @param wire sends a line on the connection */
    public Lookout(Consumer<String> wire) {
        this.wire = wire;
    }

    /**
     * Hears a line of the server's.
     *
     * @return whether it is there only for a fence, so that nobody else is to hear it
     */
    public boolean hears(String text) {
        if (text.startsWith("{")) {
            return false; // JSON lines
        }
        IrcLine line = IrcLine.read(text).orElse(null);
        if (line == null) {
            return false;
        }
        learn(line);
        Optional<Awaited> seen = awaited.stream().filter(one -> one.looks().test(line)).findFirst();
        if (seen.isPresent() && awaited.remove(seen.get())) {
            seen.get().sign().come();
            return true;
        }
        return isMark(line);
    }

    private void learn(IrcLine line) {
        switch (line.verb()) {
            case "001" -> {
                nick = param(line, 0);
                welcome = true;
            }
            case "004" -> server = param(line, 1);
            case "005" -> promised |= line.params().contains(Promise.FENCE);
            case "NICK" -> {
                if (line.source() != null && same(Source.read(line.source()).name(), nick)) {
                    nick = param(line, 0);
                }
            }
            default -> {
                // It is where it was.
            }
        }
    }

    /** With an echo, the one that sends a mark hears it as well; or it comes when nobody waits for it any more. */
    private static boolean isMark(IrcLine line) {
        return line.verb().equals("NOTICE") && param(line, 1).startsWith(MARK);
    }

    static String param(IrcLine line, int index) {
        return Objects.requireNonNullElse(line.param(index), "");
    }

    /** Of all the ways in which servers fold names, the one that takes the most for the same. */
    static boolean same(@Nullable String one, String other) {
        return one != null && CaseMapping.RFC1459.fold(one).equals(CaseMapping.RFC1459.fold(other));
    }

    static String nextMark() {
        return MARK + LAST_MARK.incrementAndGet();
    }

    /** The client did something that others may learn of. */
    public void did() {
        deeds.incrementAndGet();
    }

    /** The connection is over, which others learn as well. */
    public void ended() {
        ended = true;
        did();
    }

    /** Whether the client is on a server whose ping says only that this client's own lines have been read. */
    boolean needsSigns() {
        return welcome && !promised;
    }

    /** Whether the client has been let in, as far as its lines of IRC tell. */
    public boolean isWelcome() {
        return welcome;
    }

    boolean isOver() {
        return ended;
    }

    String nick() {
        return nick;
    }

    /** The server that it is on, by its own word; empty if that says none. */
    String server() {
        return server;
    }

    boolean isElsewhereThan(Lookout other) {
        return !server.isEmpty() && !other.server.isEmpty() && !same(server, other.server);
    }

    void send(IrcLine line) {
        wire.accept(line.spell());
    }

    /** Waits for a sign that looks like this. */
    void await(Sign sign, Predicate<IrcLine> looks) {
        awaited.add(new Awaited(sign, looks));
    }

    void awaitNoLonger(Sign sign) {
        awaited.removeIf(one -> one.sign().equals(sign));
    }

    long deeds() {
        return deeds.get();
    }

    /** Whether another has done something of which it is not known that it has come. */
    boolean hasNewsOf(Lookout other) {
        return known.getOrDefault(other, 0L) < other.deeds();
    }

    void knows(Lookout other, long upTo) {
        known.merge(other, upTo, Math::max);
    }
}
