package parley.chatd.engine;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
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
 * Keeps everything in memory, for servers that are thrown away. An entry is committed on the thread that appends it,
 * under its room's lock.
 */
public final class MemoryEngine implements Engine {

    /** How many messages of each room are kept unless told otherwise. */
    public static final int DEFAULT_HISTORY = 10_000;

    private final Retentions retentions;
    /** Cursors begin where no earlier life of a server has got to, so that none of its is taken for one of this one's. */
    private final long first = 1000 * System.currentTimeMillis();
    private final Map<String, RoomLog> logs = new ConcurrentHashMap<>();
    private final NickClaims claims;
    private volatile @Nullable Committed listener;

    /** Keeps the newest {@code historyPerRoom} messages of each room. */
    public MemoryEngine(int historyPerRoom) {
        this(Retentions.all(new Retention(historyPerRoom, Retention.DEFAULT.age())));
    }

    /** Keeps as many messages of each room as told; age does not count. */
    public MemoryEngine(Retentions retentions) {
        this(retentions, InstantSource.system());
    }

    MemoryEngine(Retentions retentions, InstantSource clock) {
        this.retentions = retentions;
        this.claims = new NickClaims(clock);
    }

    @Override
    public void start(Committed committed) {
        listener = committed;
    }

    @Override
    public void append(List<Entry> run, Receipt receipt) {
        Committed committed = listener;
        if (committed == null) {
            throw new IllegalStateException("append before start");
        }
        log(run.getFirst().room()).append(run, receipt, committed);
    }

    @Override
    public void fence(RoomName room) {
        log(room).fence();
    }

    @Override
    public Page read(RoomName room, Span span) throws CursorUnknown {
        return log(room).read(span);
    }

    @Override
    public Page search(RoomName room, String text, int limit) {
        return log(room).search(text, limit);
    }

    @Override
    public Map<String, Cursor> refs(RoomName room, String nick, Cursor after) throws CursorUnknown {
        return log(room).refs(nick, after);
    }

    @Override
    public List<InRoom> state(RoomName room) {
        return log(room).state();
    }

    private RoomLog log(RoomName room) {
        return logs.computeIfAbsent(room.key(),
                key -> new RoomLog(retentions.of(key).messages(), first));
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
        logs.clear();
    }
}
