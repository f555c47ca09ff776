package parley.chatd.core;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.protocol.Event;

/**
 * Holds events back until a session has been welcomed: it has its seats before it is told so, and nothing that happens
 * in between may be lost or come first. Any thread.
 */
final class Gate {

    private final Outbox outbox;
    private final List<Shared> held = new ArrayList<>();
    private volatile boolean open;

    Gate(Outbox outbox) {
        this.outbox = outbox;
    }

    boolean isOpen() {
        return open;
    }

    void deliver(Shared shared) {
        if (!open && hold(shared)) {
            return;
        }
        outbox.offer(shared);
    }

    private synchronized boolean hold(Shared shared) {
        return !open && held.add(shared);
    }

    /** Lets the welcome through, then what was held, then everything. */
    synchronized void open(@Nullable String ref, Event.Welcomed welcomed) {
        outbox.offer(ref, welcomed);
        held.forEach(shared -> outbox.offer(null, shared.event()));
        held.clear();
        open = true;
    }
}
