package parley.chatd.core;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.protocol.Event;
import parley.protocol.Event.Left;

/**
 * An event, or several that go together, on its way to many. It is encoded once for each encoding, by whoever asks
 * first, and all who get it share the bytes; nobody may change them. Used by one thread: the one that fans out.
 */
public final class Shared {

    private final List<Event> events;
    private final boolean goodbye;
    private @Nullable Encoded last;

    public Shared(Event event) {
        this(List.of(event));
    }

    Shared(List<Event> events) {
        this(events, false);
    }

    private Shared(List<Event> events, boolean goodbye) {
        this.events = events;
        this.goodbye = goodbye;
    }

    /** Somebody leaves this room as they leave all others: their session is over. */
    static Shared goodbye(Left left) {
        return new Shared(List.of(left), true);
    }

    /** Whether somebody leaves because their session is over. */
    public boolean isGoodbye() {
        return goodbye;
    }

    /** The same for whoever passes it on later than those it was made for. */
    Shared forAnotherThread() {
        return new Shared(events, goodbye);
    }

    public List<Event> events() {
        return events;
    }

    /** The bytes in this encoding, one event's after the other's. */
    public byte[] as(Encoding encoding) {
        for (Encoded e = last; e != null; e = e.next) {
            if (e.encoding.equals(encoding)) {
                return e.bytes;
            }
        }
        Encoded fresh = new Encoded(encoding, encode(encoding), last);
        last = fresh;
        return fresh.bytes;
    }

    private byte[] encode(Encoding encoding) {
        if (events.size() == 1) {
            return encoding.encode(events.getFirst());
        }
        List<byte[]> parts = new ArrayList<>(events.size());
        int length = 0;
        for (Event event : events) {
            byte[] part = encoding.encode(event);
            parts.add(part);
            length += part.length;
        }
        ByteBuffer all = ByteBuffer.allocate(length);
        parts.forEach(all::put);
        return all.array();
    }

    /** A list, because there are one or two encodings, not a dozen. */
    private static final class Encoded {
        private final Encoding encoding;
        private final byte[] bytes;
        private final @Nullable Encoded next;

        Encoded(Encoding encoding, byte[] bytes, @Nullable Encoded next) {
            this.encoding = encoding;
            this.bytes = bytes;
            this.next = next;
        }
    }
}
