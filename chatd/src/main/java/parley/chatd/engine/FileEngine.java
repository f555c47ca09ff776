package parley.chatd.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chatd.core.Engine;
import parley.chatd.core.Engine.Committed;
import parley.chatd.core.Engine.CursorUnknown;
import parley.chatd.core.Engine.Page;
import parley.chatd.core.Engine.Presence;
import parley.chatd.core.Engine.Receipt;
import parley.chatd.core.Engine.Span;
import parley.chatd.core.Entry;
import parley.chatd.core.Nick;
import parley.chatd.core.RoomName;
import parley.protocol.Cursor;
import parley.protocol.Event.InRoom;

/**
 * Keeps the history in one SQLite file. Entries wait in a queue; one thread commits all that wait as one transaction,
 * and while the disk is at it the next ones gather. Members get an entry only after its commit.
 */
public final class FileEngine implements Engine {

    private static final Logger LOG = LoggerFactory.getLogger(FileEngine.class);

    /** How long the disk may take before that is trouble. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HistoryFile file;
    private final HistoryReader reader;
    private final HistoryWriter writer;
    private final CommitThread commits;
    private final NickClaims claims;

    private FileEngine(HistoryFile file, Retentions retentions, InstantSource clock) throws SQLException {
        this.file = file;
        this.claims = new NickClaims(clock);
        this.reader = new HistoryReader(file.connect());
        this.writer = new HistoryWriter(file, retentions);
        this.commits = new CommitThread(new Committer(writer, clock), writer.last(), writer.states());
    }

    /**
     * Opens a history, which begins empty if the file is not there.
     *
     * @throws HistoryUnusable saying what is wrong with it; it was not changed
     */
    public static FileEngine open(Path path, Durability durability, Retentions retentions, InstantSource clock)
            throws HistoryUnusable {
        HistoryFile file = HistoryFile.open(path, durability);
        try {
            return new FileEngine(file, retentions, clock);
        } catch (SQLException e) {
            file.close();
            throw new HistoryUnusable(path, HistoryFile.sentence(e), e);
        }
    }

    @Override
    public void start(Committed listener) {
        commits.start(listener);
    }

    @Override
    public Optional<String> trouble() {
        CompletableFuture<Optional<String>> trouble = new CompletableFuture<>();
        commits.add(new CommitThread.Probe(trouble));
        return trouble.completeOnTimeout(Optional.of("the history has not answered for " + PATIENCE.toSeconds() + " s"),
                PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    @Override
    public void append(List<Entry> run, Receipt receipt) {
        commits.add(new CommitThread.Append(run, receipt));
    }

    @Override
    public void fence(RoomName room) {
        CompletableFuture<Void> reached = new CompletableFuture<>();
        commits.add(new CommitThread.Fence(reached));
        reached.join();
    }

    @Override
    public Page read(RoomName room, Span span) throws CursorUnknown, IOException {
        long end = span.before() == null ? Long.MAX_VALUE : firstFrom(room, span.before());
        return span.after() == null
                ? reader.before(room, end, span.limit())
                : reader.after(room, lastUpTo(room, span.after()), end, span.limit());
    }

    @Override
    public Page search(RoomName room, String text, int limit) throws IOException {
        CompletableFuture<Void> indexed = new CompletableFuture<>();
        commits.add(new CommitThread.Index(indexed));
        indexed.join();
        return reader.search(room, text, limit);
    }

    @Override
    public Map<String, Cursor> refs(RoomName room, String nick, Cursor after) throws CursorUnknown, IOException {
        return reader.refs(room, nick, lastUpTo(room, after));
    }

    /** The last place that does not come after a cursor. */
    private long lastUpTo(RoomName room, Cursor cursor) throws CursorUnknown, IOException {
        Optional<Instant> time = cursor.time();
        return time.isPresent() ? reader.lastBefore(room, Moments.after(time.get())) : place(room, cursor);
    }

    /** The first place that does not come before a cursor. */
    private long firstFrom(RoomName room, Cursor cursor) throws CursorUnknown, IOException {
        Optional<Instant> time = cursor.time();
        return time.isPresent() ? reader.lastBefore(room, Moments.from(time.get())) + 1 : place(room, cursor);
    }

    private long place(RoomName room, Cursor cursor) throws CursorUnknown {
        if (cursor.equals(Cursor.NONE)) {
            return 0;
        }
        try {
            long place = Long.parseLong(cursor.value());
            if (isGivenOut(room, place)) {
                return place;
            }
        } catch (NumberFormatException e) {
            throw new CursorUnknown(cursor);
        }
        throw new CursorUnknown(cursor);
    }

    /** Who reads finds what is stored already but still to be told of: before such a place is unknown, it is told of. */
    private boolean isGivenOut(RoomName room, long place) {
        if (place > commits.last()) {
            fence(room);
        }
        return place >= 0 && place <= commits.last();
    }

    @Override
    public List<InRoom> state(RoomName room) {
        return commits.state(room);
    }

    @Override
    public boolean claim(Nick nick, long owner, Duration lease) {
        return claims.claim(nick, owner, lease);
    }

    @Override
    public boolean renew(Nick nick, long owner, Duration lease) {
        return claims.renew(nick, owner, lease);
    }

    @Override
    public void watch(Presence watcher) {
        claims.watch(watcher);
    }

    @Override
    public void release(Nick nick, long owner) {
        claims.release(nick, owner);
    }

    @Override
    public void close() {
        commits.close();
        try (file; writer; reader) {
            LOG.debug("closing the history");
        } catch (SQLException e) {
            LOG.error("the history did not close well, but all that was acknowledged is there: {}",
                    HistoryFile.sentence(e));
        }
    }
}
