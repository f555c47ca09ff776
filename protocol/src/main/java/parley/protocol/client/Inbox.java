package parley.protocol.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import parley.protocol.Delivery;
import parley.protocol.Event;

/**
 * Keeps the happenings that arrive, and an unasked goodbye, until somebody takes them. Any thread may take; one event
 * goes to one taker.
 */
public final class Inbox implements Listener {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Event> waiting = new ArrayDeque<>();
    private @Nullable Disconnected ended;

    @Override
    public void delivered(Delivery delivery) {
        if (delivery.event() instanceof Event.Happening && !(delivery.event() instanceof Event.Ping)) {
            change(() -> waiting.add(delivery.event()));
        }
    }

    @Override
    public void ended(Disconnected why) {
        change(() -> ended = why);
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for the next event.
     *
     * @return empty if none came within the time given
     * @throws Disconnected when there is nothing left to take and nothing more will come
     */
    public Optional<Event> take(Duration timeout) throws Disconnected, InterruptedException {
        long nanos = timeout.toNanos();
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty() && ended == null && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            if (waiting.isEmpty() && ended != null) {
                throw new Disconnected(ended);
            }
            return Optional.ofNullable(waiting.poll());
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the next event as long as the connection lasts. */
    public Event take() throws Disconnected, InterruptedException {
        Optional<Event> event = Optional.empty();
        while (event.isEmpty()) {
            event = take(Duration.ofHours(1));
        }
        return event.get();
    }
}
