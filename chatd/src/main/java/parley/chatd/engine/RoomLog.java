package parley.chatd.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import parley.chatd.core.Engine.Committed;
import parley.chatd.core.Engine.CursorUnknown;
import parley.chatd.core.Engine.Page;
import parley.chatd.core.Engine.Receipt;
import parley.chatd.core.Engine.Span;
import parley.chatd.core.Entry;
import parley.protocol.Cursor;
import parley.protocol.Event.Said;
import parley.protocol.Event.TopicSet;

/**
 * One room's order and its newest messages. Its lock is the room's order: whoever holds it commits. Cursors count every
 * entry, so those of messages have gaps.
 */
final class RoomLog {

    private final ReentrantLock lock = new ReentrantLock();
    private final NavigableMap<Long, Kept> messages = new TreeMap<>();
    private final int capacity;
    private @Nullable TopicSet topic;
    private long last;
    private long forgotten;

    /** A message and the mark that its author gave it. */
    private record Kept(Said said, @Nullable String ref) {
    }

    /**
     * @param first where the order begins; what may have been before is not kept
     */
    RoomLog(int capacity, long first) {
        this.capacity = capacity;
        this.last = first;
        this.forgotten = first;
    }

    void append(Entry entry, Receipt receipt, Committed listener) {
        lock.lock();
        try {
            Cursor cursor = new Cursor(Long.toString(++last));
            switch (entry.event()) {
                case Said said -> keep(new Kept(said.withCursor(cursor), entry.ref()));
                case TopicSet set -> topic = set.text().isEmpty() ? null : set;
                default -> {
                    // Comings and goings have a place in the order, but are no history.
                }
            }
            listener.committed(cursor, entry);
            receipt.committed(cursor);
        } finally {
            lock.unlock();
        }
    }

    private void keep(Kept message) {
        messages.put(last, message);
        if (messages.size() > capacity) {
            forgotten = messages.firstKey();
            messages.remove(forgotten);
        }
    }

    /** Whoever gets the lock comes after all that was committed under it. */
    void fence() {
        lock.lock();
        try {
            assert lock.isHeldByCurrentThread();
        } finally {
            lock.unlock();
        }
    }

    @Nullable TopicSet topic() {
        lock.lock();
        try {
            return topic;
        } finally {
            lock.unlock();
        }
    }

    Page read(Span span) throws CursorUnknown {
        lock.lock();
        try {
            return span.after() == null ? newest(span) : next(span, span.after());
        } finally {
            lock.unlock();
        }
    }

    private Page next(Span span, Cursor after) throws CursorUnknown {
        long from = position(after);
        long to = span.before() == null ? Long.MAX_VALUE : position(span.before());
        NavigableMap<Long, Kept> rest = from < to ? messages.subMap(from, false, to, false) : new TreeMap<>();
        return page(rest, span.limit(), from < forgotten);
    }

    private Page newest(Span span) throws CursorUnknown {
        NavigableMap<Long, Kept> earlier =
                span.before() == null ? messages : messages.headMap(position(span.before()), false);
        Page backwards = page(earlier.descendingMap(), span.limit(), false);
        return new Page(backwards.messages().reversed(), backwards.more());
    }

    private static Page page(NavigableMap<Long, Kept> messages, int limit, boolean gap) {
        List<Said> some = messages.values().stream().limit(limit).map(Kept::said).toList();
        return new Page(some, some.size() == limit && messages.size() > limit, gap);
    }

    Map<String, Cursor> refs(String nick, Cursor after) throws CursorUnknown {
        lock.lock();
        try {
            Map<String, Cursor> refs = new HashMap<>();
            for (Kept message : messages.tailMap(position(after), false).values()) {
                if (message.ref() != null && message.said().from().equals(nick)) {
                    refs.put(message.ref(), message.said().cursor());
                }
            }
            return refs;
        } finally {
            lock.unlock();
        }
    }

    private long position(Cursor cursor) throws CursorUnknown {
        try {
            long position = Long.parseLong(cursor.value());
            if (position >= 0 && position <= last) {
                return position;
            }
        } catch (NumberFormatException e) {
            throw new CursorUnknown(cursor);
        }
        throw new CursorUnknown(cursor);
    }
}
