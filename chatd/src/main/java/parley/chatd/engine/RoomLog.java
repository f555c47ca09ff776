package parley.chatd.engine;

import java.util.Collection;
import java.util.List;
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
    private final NavigableMap<Long, Said> messages = new TreeMap<>();
    private final int capacity;
    private @Nullable TopicSet topic;
    private long last;

    RoomLog(int capacity) {
        this.capacity = capacity;
    }

    void append(Entry entry, Receipt receipt, Committed listener) {
        lock.lock();
        try {
            Cursor cursor = new Cursor(Long.toString(++last));
            switch (entry.event()) {
                case Said said -> keep(said.withCursor(cursor));
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

    private void keep(Said said) {
        messages.put(last, said);
        if (messages.size() > capacity) {
            messages.pollFirstEntry();
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
        Collection<Said> rest = messages.tailMap(position(after), false).values();
        return new Page(rest.stream().limit(span.limit()).toList(), rest.size() > span.limit());
    }

    private Page newest(Span span) throws CursorUnknown {
        NavigableMap<Long, Said> earlier =
                span.before() == null ? messages : messages.headMap(position(span.before()), false);
        List<Said> backwards = earlier.descendingMap().values().stream().limit(span.limit()).toList();
        return new Page(backwards.reversed(), earlier.size() > span.limit());
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
