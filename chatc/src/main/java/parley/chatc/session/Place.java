package parley.chatc.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.protocol.Command;
import parley.protocol.Cursor;

/**
 * How far a client has heard in one room. It resumes from the last message it heard; but as long as it waits for the
 * answer to one of its own, from the last before that, for only after that point does the server know what it has heard
 * of this client already. What it is told twice because of that, it recognises.
 */
final class Place {

    private final Command.Join join;
    private @Nullable Cursor resume;
    private final List<Cursor> since = new ArrayList<>();
    private final Set<Cursor> known = new HashSet<>();
    private final Set<String> unanswered = new HashSet<>();

    /**
     * @param join what takes the seat again where there is nothing to resume
     */
    Place(Command.Join join) {
        this.join = join;
    }

    Command.Join join() {
        return join;
    }

    /** Where to resume; empty if nothing is known of the room yet. */
    Optional<Cursor> resume() {
        return Optional.ofNullable(resume);
    }

    /** A message was told for which there is a place in the room's order. */
    void told(Cursor cursor) {
        if (resume == null) {
            resume = cursor;
            return;
        }
        since.add(cursor);
        known.add(cursor);
        settle();
    }

    /** The end of the history was told: {@link Cursor#NONE} if there is none. */
    void toldOfEnd(Cursor end) {
        if (resume == null) {
            resume = end;
        }
    }

    boolean hasTold(Cursor cursor) {
        return known.contains(cursor);
    }

    /** A message of this client's is on its way, under this ref; perhaps again. */
    void saying(String ref) {
        unanswered.add(ref);
    }

    /** It was answered. */
    void said(String ref) {
        unanswered.remove(ref);
        settle();
    }

    private void settle() {
        if (unanswered.isEmpty() && !since.isEmpty()) {
            resume = since.getLast();
            since.clear();
            known.clear();
        }
    }
}
