package parley.chatd.core;

import org.jspecify.annotations.Nullable;
import parley.protocol.Event;

/**
 * An event on its way to many. It is encoded once for each encoding, by whoever asks first, and all who get it share
 * the bytes; nobody may change them. Used by one thread: the one that fans out.
 */
public final class Shared {

    private final Event event;
    private @Nullable Encoded last;

    public Shared(Event event) {
        this.event = event;
    }

    public Event event() {
        return event;
    }

    /** The event's bytes in this encoding. */
    public byte[] as(Encoding encoding) {
        for (Encoded e = last; e != null; e = e.next) {
            if (e.encoding.equals(encoding)) {
                return e.bytes;
            }
        }
        Encoded fresh = new Encoded(encoding, encoding.encode(event), last);
        last = fresh;
        return fresh.bytes;
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
