package parley.chatd.core;

import java.util.ArrayList;
import java.util.List;

/**
 * Holds back what happens in a session's rooms while the session is being told something that comes before it: its
 * welcome, or what it missed. Nothing that is held is lost or comes out of order. Any thread.
 */
final class Gate {

    private final Outbox outbox;
    private final List<Shared> held = new ArrayList<>();
    private volatile boolean open;

    /** A gate that is closed. */
    Gate(Outbox outbox) {
        this.outbox = outbox;
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

    /** Holds back everything from now on. */
    synchronized void close() {
        open = false;
    }

    /** Lets through what was held, and then everything. */
    synchronized void open() {
        held.forEach(shared -> outbox.offer(shared.forAnotherThread()));
        held.clear();
        open = true;
    }
}
