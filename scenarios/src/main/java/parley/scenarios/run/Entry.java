package parley.scenarios.run;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.Cursor;
import parley.protocol.Delivery;
import parley.protocol.Event;
import parley.protocol.client.ClientDialect;
import parley.scenarios.language.Written;

/**
 * One line that a client received, and what became of it.
 *
 * <pre>
 *   open ──matched by a step──► matched
 *     └──── something later of the same room was matched ──► passed
 * </pre>
 *
 * <p>The thread that plays the client's steps is the only one that changes it; any may look.
 */
final class Entry {

    private final String line;
    private final long at;
    private final @Nullable Delivery delivery;
    private final boolean known;
    private volatile @Nullable Written step;
    private volatile boolean matched;
    private volatile boolean aged;
    private volatile boolean recalled;
    private volatile boolean surplus;

    /**
     * @param at when it came, as {@link System#nanoTime} counts
     * @param line as it stood on the wire
     * @param delivery what it means; null if it means nothing, or nothing that this version has a word for
     * @param known whether this version knows what it means
     */
    private Entry(long at, String line, @Nullable Delivery delivery, boolean known) {
        this.at = at;
        this.line = line;
        this.delivery = delivery;
        this.known = known;
    }

    /** An entry for each thing that a line means, all with that line; one if it means nothing. */
    static List<Entry> all(long at, String line, ClientDialect.Heard heard) {
        return heard.deliveries().isEmpty()
                ? List.of(new Entry(at, line, null, heard.known()))
                : heard.deliveries().stream().map(delivery -> new Entry(at, line, delivery, true)).toList();
    }

    /** When it came, as {@link System#nanoTime} counts. */
    long at() {
        return at;
    }

    String line() {
        return line;
    }

    @Nullable Event event() {
        return delivery == null ? null : delivery.event();
    }

    /** The ref of what it answers, if it is an answer that says so. */
    Optional<String> answers() {
        return delivery != null && delivery.event() instanceof Event.Answer
                ? Optional.ofNullable(delivery.re())
                : Optional.empty();
    }

    /** It answers what has been answered already. */
    void isSurplus() {
        surplus = true;
    }

    /** Whether no step has had any use for it yet. */
    boolean open() {
        return step == null && !aged;
    }

    /** The client has asked for something else since: that an earlier thing is done is no news. */
    void age() {
        aged = event() instanceof Event.Done && step == null;
    }

    /** It came because the client asked for the history. */
    void recall() {
        recalled = event() instanceof Event.Done || (event() instanceof Event.Said said && said.past());
    }

    /** Where in the room's history it stands, if it tells how far the client has got. */
    Optional<Cursor> position() {
        if (recalled) {
            return Optional.empty();
        }
        return switch (event()) {
            case Event.Said said -> Optional.of(said.cursor());
            case Event.Done done -> Optional.ofNullable(done.cursor());
            case null, default -> Optional.empty();
        };
    }

    boolean matched() {
        return matched;
    }

    /** The step that went past it without having use for it. */
    Optional<Written> passedBy() {
        return matched ? Optional.empty() : Optional.ofNullable(step);
    }

    /** The step that had use for it. */
    Optional<Written> matchedBy() {
        return matched ? Optional.ofNullable(step) : Optional.empty();
    }

    void match(Written by) {
        step = by;
        matched = true;
    }

    void pass(Written by) {
        step = by;
    }

    /**
     * Whether a client that is to see nothing must not see this: all but the answers to what it asked itself, and the
     * signs of life that client and server give each other.
     */
    boolean counts() {
        return switch (event()) {
            case null -> !known;
            case Event.Ping ping -> false;
            case Event.Pong pong -> surplus;
            case Event.Happening happening -> true;
            case Event.Answer answer -> surplus || answers().isEmpty();
        };
    }

    /** The room of a message, or of what was done; null if it is about something else. */
    @Nullable String room() {
        return switch (event()) {
            case Event.Said said -> said.room();
            case Event.Done done -> done.room();
            case null, default -> null;
        };
    }

    /** In whose order it stands: that of its room, or of all private messages, or of whatever else it is. */
    String order() {
        return switch (event()) {
            case Event.Joined joined -> joined.room();
            case Event.Left left -> left.room();
            case Event.Said said -> said.room();
            case Event.TopicSet set -> set.room();
            case Event.Gap gap -> gap.room();
            case Event.Kicked kicked -> kicked.room() == null ? "server" : kicked.room();
            case Event.Restricted restricted -> restricted.room() == null ? "server" : restricted.room();
            case Event.Lifted lifted -> lifted.room() == null ? "server" : lifted.room();
            case Event.RoleSet set -> set.room();
            case Event.RoomChanged changed -> changed.room();
            case Event.Invited invited -> "private";
            case Event.Told told -> "private";
            case Event.ToldRole told -> "private";
            case Event.Answer answer -> surplus ? "surplus" : "answers";
            case Event.Renamed renamed -> "nicks";
            case Event.Ping ping -> "pings";
            case null -> "unknown";
        };
    }
}
