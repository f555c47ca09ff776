package parley.chatd.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import parley.chatd.core.Engine.Committed;
import parley.chatd.core.Engine.CursorUnknown;
import parley.chatd.core.Engine.Page;
import parley.chatd.core.Engine.Receipt;
import parley.chatd.core.Engine.Span;
import parley.chatd.core.Entry;
import parley.chatd.core.Lasting;
import parley.chatd.engine.MessageRing.Kept;
import parley.protocol.Cursor;
import parley.protocol.Event.InRoom;
import parley.protocol.Event.Said;

/**
 * One room's order and its newest messages. Its lock is the room's order: whoever holds it commits. Cursors count every
 * entry, so those of messages have gaps.
 */
final class RoomLog {

    private final ReentrantLock lock = new ReentrantLock();
    private final MessageRing messages;
    private final long first;
    private final Map<String, InRoom> lasting = new LinkedHashMap<>();
    private long last;

    /**
     * @param capacity how many messages are kept
     * @param first where the order begins; what may have been before is not kept
     */
    RoomLog(int capacity, long first) {
        this.messages = new MessageRing(capacity, first);
        this.first = first;
        this.last = first;
    }

    void append(List<Entry> run, Receipt receipt, Committed listener) {
        lock.lock();
        try {
            List<Cursor> cursors = new ArrayList<>(run.size());
            for (Entry entry : run) {
                cursors.add(keep(entry));
            }
            listener.committed(cursors, run);
            receipt.committed(cursors);
        } finally {
            lock.unlock();
        }
    }

    private Cursor keep(Entry entry) {
        Cursor cursor = new Cursor(Long.toString(++last));
        if (entry.event() instanceof Said said) {
            messages.add(Kept.of(last, said, entry.ref()));
        } else {
            Lasting.of(entry.event()).forEach((place, kept) -> lasting.compute(place, (p, old) -> kept.orElse(null)));
        }
        return cursor;
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

    List<InRoom> state() {
        lock.lock();
        try {
            return List.copyOf(lasting.values());
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
        long from = lastUpTo(after);
        long to = end(span);
        List<Kept> rest = messages.between(from, to);
        List<Kept> some = rest.subList(0, Math.min(span.limit(), rest.size()));
        return new Page(said(some), some.size() < rest.size(), from < Math.min(messages.forgotten(), to - 1));
    }

    private Page newest(Span span) throws CursorUnknown {
        List<Kept> earlier = messages.between(0, end(span));
        List<Kept> some = earlier.subList(Math.max(0, earlier.size() - span.limit()), earlier.size());
        return new Page(said(some), some.size() < earlier.size());
    }

    private long end(Span span) throws CursorUnknown {
        return span.before() == null ? Long.MAX_VALUE : firstFrom(span.before());
    }

    private static List<Said> said(List<Kept> messages) {
        return messages.stream().map(Kept::said).toList();
    }

    /** Looks at what was kept when it began, without keeping anybody from talking. */
    Page search(String text, int limit) {
        Set<String> wanted = Words.of(text);
        List<Said> found = all().reversed().stream().map(Kept::said)
                .filter(said -> !wanted.isEmpty() && Words.of(said.text()).containsAll(wanted)).limit(limit + 1L)
                .toList();
        boolean more = found.size() > limit;
        return new Page((more ? found.subList(0, limit) : found).reversed(), more);
    }

    private List<Kept> all() {
        lock.lock();
        try {
            return List.copyOf(messages.between(0, Long.MAX_VALUE));
        } finally {
            lock.unlock();
        }
    }

    Map<String, Cursor> refs(String nick, Cursor after) throws CursorUnknown {
        lock.lock();
        try {
            Map<String, Cursor> refs = new HashMap<>();
            for (Kept message : messages.between(lastUpTo(after), Long.MAX_VALUE)) {
                if (message.ref() != null && message.from().equals(nick)) {
                    refs.put(message.ref(), message.cursor());
                }
            }
            return refs;
        } finally {
            lock.unlock();
        }
    }

    /** The last place that does not come after a cursor. */
    private long lastUpTo(Cursor cursor) throws CursorUnknown {
        Optional<Instant> time = cursor.time();
        return time.isPresent() ? lastBefore(Moments.after(time.get())) : position(cursor);
    }

    /** The first place that does not come before a cursor. */
    private long firstFrom(Cursor cursor) throws CursorUnknown {
        Optional<Instant> time = cursor.time();
        return time.isPresent() ? lastBefore(Moments.from(time.get())) + 1 : position(cursor);
    }

    private long lastBefore(long time) {
        return messages.lastBefore(time).orElse(first);
    }

    private long position(Cursor cursor) throws CursorUnknown {
        if (cursor.equals(Cursor.NONE)) {
            return first;
        }
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
