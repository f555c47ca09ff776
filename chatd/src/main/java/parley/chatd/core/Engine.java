package parley.chatd.core;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.Cursor;
import parley.protocol.Event.InRoom;
import parley.protocol.Event.Said;

/**
 * Keeps each room's order and history, and who holds which nick. Everything else is the same whichever engine runs.
 *
 * <p>The contract, in the order of one run's life. A run is what one session does in one room in one go: one entry of any
 * kind, or several messages.
 * <ol>
 * <li>{@link #append} may be called on any thread and may return before the run is committed.
 * <li>The {@link Committed} listener gets each committed run, one at a time and in cursor order for each room; then the
 * run's {@link Receipt} is told, on the same thread. Neither may block.
 * <li>What one thread appends to one room keeps its order, and nothing comes between the entries of a run.
 * <li>Once the receipt has its cursors, {@link #read} finds the messages there.
 * </ol>
 */
public interface Engine extends AutoCloseable {

    /** Begins to commit. Called once, before any append. */
    void start(Committed listener);

    /** Orders a run and stores what of it is history, all of it or nothing. The list is the engine's from now on. */
    void append(List<Entry> run, Receipt receipt);

    /** Returns once everything committed in the room before this call has been through the listener. */
    void fence(RoomName room);

    /**
     * Reads messages from a room's history.
     *
     * @param span which; a cursor from before the history begins is one of this room's too, and so is
     *         {@link Cursor#NONE}, which stands before everything
     * @throws CursorUnknown if a cursor is not one of this room's
     * @throws IOException if the history cannot be read
     */
    Page read(RoomName room, Span span) throws CursorUnknown, IOException;

    /**
     * Finds the newest messages of a room that have all the words of a text, oldest first.
     *
     * @throws IOException if the history cannot be read
     */
    Page search(RoomName room, String text, int limit) throws IOException;

    /**
     * What somebody said in a room after a cursor and marked with a ref: the ref and where it stands. A client that
     * comes back, and does not know whether it was heard, is thus not heard twice.
     *
     * @throws IOException if the history cannot be read
     */
    Map<String, Cursor> refs(RoomName room, String nick, Cursor after) throws CursorUnknown, IOException;

    /** What {@linkplain Lasting lasts} of all that has happened in a room, as it stands now. */
    List<InRoom> state(RoomName room);

    /**
     * Gives a nick to an owner, unless another holds it. It is the owner's for as long as the lease, and then until
     * somebody else claims it: an owner that has died does not hold it for ever.
     *
     * @return whether the owner holds it now
     */
    boolean claim(Nick nick, long owner, Duration lease);

    /**
     * Has the lease begin anew.
     *
     * @return whether the owner still holds the nick
     */
    boolean renew(Nick nick, long owner, Duration lease);

    /** Takes the nick back, if it is this owner's. */
    void release(Nick nick, long owner);

    /** What keeps it from storing messages at present, in a sentence for people; empty if nothing does. */
    default Optional<String> trouble() {
        return Optional.empty();
    }

    /** Has somebody told from now on who comes and goes: which nick is whose. Called once, before any claim. */
    void watch(Presence watcher);

    /** Ends with everything stored that was acknowledged. */
    @Override
    void close();

    /** Learns who is present; of one nick, in order. Must not block, and must not call the engine. */
    interface Presence {
        /** For an engine that nobody watches. */
        Presence NOBODY_WATCHES = new Presence() {
            @Override
            public void came(Nick nick, long owner) {
                // Nobody watches.
            }

            @Override
            public void went(Nick nick, long owner) {
                // Nobody watches.
            }
        };

        /** Somebody has this nick now. */
        void came(Nick nick, long owner);

        /** They have it no longer. */
        void went(Nick nick, long owner);
    }

    /** Learns what was committed. */
    interface Committed {
        /** A run is committed, each entry at its cursor. */
        void committed(List<Cursor> cursors, List<Entry> run);
    }

    /** Learns what became of one run: exactly one of the two is called, once. */
    interface Receipt {
        /** For whoever does not need to know. */
        Receipt IGNORED = new Receipt() {
            @Override
            public void committed(List<Cursor> cursors) {
                // Nobody waits.
            }

            @Override
            public void failed(String why) {
                // Nobody waits.
            }
        };

        /** It is committed, each entry at its cursor, and the listener has had it. */
        void committed(List<Cursor> cursors);

        /** It is not in the history and nobody got it. */
        void failed(String why);
    }

    /**
     * Which part of a history: the {@code limit} messages next after a cursor, or next before one, or the newest.
     *
     * <p>A cursor may be one of a {@linkplain Cursor#time time}: what was said at that very moment comes neither after
     * nor before it. Where a room's times run backwards, because the clock was set, it is one of the places where they
     * pass it.
     *
     * @param after if given, what comes after it
     * @param before if given, what comes before it; with {@code after}, nothing from there on
     */
    record Span(@Nullable Cursor after, @Nullable Cursor before, int limit) {
    }

    /**
     * A part of a history, oldest first.
     *
     * @param more whether there are messages beyond, in the direction that was asked for
     * @param gap whether messages that stood between {@code after} and these are no longer kept; also where that may be,
     *         because even later ones are not
     */
    record Page(List<Said> messages, boolean more, boolean gap) {
        public Page {
            messages = List.copyOf(messages);
        }

        public Page(List<Said> messages, boolean more) {
            this(messages, more, false);
        }

        /** As much of it as has at most {@code length} characters, nearest to where the span begins; at least one. */
        Page within(int length, Span span) {
            boolean forward = span.after() != null;
            List<Said> nearestFirst = forward ? messages : messages.reversed();
            int left = length;
            int kept = 0;
            while (kept < nearestFirst.size() && (kept == 0 || left >= nearestFirst.get(kept).text().length())) {
                left -= nearestFirst.get(kept++).text().length();
            }
            List<Said> near = nearestFirst.subList(0, kept);
            return kept == messages.size() ? this : new Page(forward ? near : near.reversed(), true, gap);
        }
    }

    /** A cursor that this room's history never gave out. */
    final class CursorUnknown extends Exception {
        private static final long serialVersionUID = 1L;

        private final String text;

        public CursorUnknown(Cursor cursor) {
            super(cursor.value(), null, false, false);
            this.text = cursor.value();
        }

        /** The cursor as the client gave it. */
        public String text() {
            return text;
        }
    }
}
