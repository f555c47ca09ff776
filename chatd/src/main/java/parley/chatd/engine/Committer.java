package parley.chatd.engine;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chatd.core.Entry;
import parley.chatd.core.Lasting;
import parley.protocol.Cursor;
import parley.protocol.Event.InRoom;
import parley.protocol.Event.Said;

/** Stores entries, many in one transaction, and removes old ones. One thread only. */
final class Committer {

    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
    /** How long it lets a disk be that would not take what can wait. */
    private static final Duration RESPITE = Duration.ofMinutes(1);
    private static final Duration PRUNING = Duration.ofMinutes(1);

    private final HistoryWriter writer;
    private final InstantSource clock;
    /** Why the last attempt to store something failed; null if it did not. */
    private @Nullable String failing;
    private Instant nextPruning;
    private Instant nextIndexing;

    /**
     * What became of some entries.
     *
     * @param cursors the place of each in the order
     * @param failure why those that are history were not stored, and so did not happen; null if they were
     */
    record Outcome(List<Cursor> cursors, @Nullable String failure) {
    }

    Committer(HistoryWriter writer, InstantSource clock) {
        this.writer = writer;
        this.clock = clock;
        this.nextPruning = clock.instant();
        this.nextIndexing = nextPruning;
    }

    /** Comings and goings have a place in the order, but are no history: they need no disk, and cannot fail. */
    static boolean isHistory(Entry entry) {
        return entry.event() instanceof Said || !Lasting.of(entry.event()).isEmpty();
    }

    /** Gives every entry its place, and stores what is history: all of it, or nothing. */
    Outcome commit(List<Entry> entries) {
        List<Cursor> cursors = new ArrayList<>(entries.size());
        @Nullable String failure = null;
        try {
            boolean stored = false;
            for (Entry entry : entries) {
                long place = writer.next();
                cursors.add(new Cursor(Long.toString(place)));
                stored |= store(place, entry);
            }
            if (stored) {
                writer.commit();
                noteSuccess();
            }
        } catch (SQLException e) {
            failure = "the history " + HistoryFile.sentence(e);
            noteFailure(failure);
            undo();
        }
        while (cursors.size() < entries.size()) {
            cursors.add(new Cursor(Long.toString(writer.next())));
        }
        return new Outcome(cursors, failure);
    }

    /** Whether there was anything to store. */
    private boolean store(long place, Entry entry) throws SQLException {
        if (entry.event() instanceof Said said) {
            writer.put(place, entry.room(), said, entry.ref());
            return true;
        }
        Map<String, Optional<InRoom>> lasting = Lasting.of(entry.event());
        for (Map.Entry<String, Optional<InRoom>> kept : lasting.entrySet()) {
            writer.put(entry.room(), kept.getKey(), kept.getValue().orElse(null));
        }
        return !lasting.isEmpty();
    }

    private void undo() {
        try {
            writer.rollback();
        } catch (SQLException e) {
            LOG.error("a failed commit could not be undone: {}", HistoryFile.sentence(e));
        }
    }

    /** Logs when storing begins to fail and when it works again, not every message in between. */
    private void noteFailure(String failure) {
        if (failing == null) {
            LOG.error("messages are refused: {}", failure);
        }
        failing = failure;
    }

    private void noteSuccess() {
        if (failing != null) {
            LOG.info("messages are stored again");
        }
        failing = null;
    }

    /** What keeps it from storing; if that is not known to be over, it tries. */
    Optional<String> trouble() {
        if (failing != null) {
            try {
                writer.tryOut();
                noteSuccess();
            } catch (SQLException e) {
                failing = "the history " + HistoryFile.sentence(e);
                undo();
            }
        }
        return Optional.ofNullable(failing);
    }

    /** Whether a search would find everything that was committed. */
    boolean isIndexed() {
        return writer.isIndexed();
    }

    /** Makes some more messages ready for search; false if that failed. */
    boolean index() {
        if (clock.instant().isBefore(nextIndexing)) {
            return false;
        }
        try {
            writer.index();
            return true;
        } catch (SQLException e) {
            undo();
            nextIndexing = clock.instant().plus(RESPITE);
            LOG.warn("messages could not be made ready for search: the history {}", HistoryFile.sentence(e));
            return false;
        }
    }

    /** Removes some of the messages that are too old, if it is time to. */
    void prune() {
        Instant now = clock.instant();
        if (now.isBefore(nextPruning)) {
            return;
        }
        try {
            nextPruning = writer.pruneOld(now) ? now : now.plus(PRUNING);
        } catch (SQLException e) {
            nextPruning = now.plus(PRUNING);
            undo();
            LOG.warn("old messages could not be removed: the history {}", HistoryFile.sentence(e));
        }
    }
}
