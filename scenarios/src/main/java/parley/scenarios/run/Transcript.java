package parley.scenarios.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import parley.protocol.Delivery;
import parley.protocol.Event;
import parley.protocol.client.Disconnected;
import parley.protocol.client.Listener;
import parley.scenarios.language.Written;

/**
 * All that one connection received, in the order of the wire. The client's reader adds to it; the thread that plays the
 * stage waits, looks and marks. The lock guards the list and the end.
 */
final class Transcript implements Listener {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable Disconnected end;
    private CompletableFuture<Event.Answer> stray = new CompletableFuture<>();

    @Override
    public void received(String line, Optional<Delivery> meaning) {
        Entry entry = new Entry(System.nanoTime(), line, meaning.orElse(null));
        change(() -> {
            entries.add(entry);
            if (entry.event() instanceof Event.Refused refused && entry.counts()) {
                stray.complete(refused);
            }
        });
    }

    @Override
    public void delivered(Delivery delivery) {
        // It came as a line already.
    }

    @Override
    public void ended(Disconnected why) {
        change(() -> end = why);
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

    /** The next refusal from now on that does not say what it refuses: the server could not read that far. */
    CompletableFuture<Event.Answer> stray() {
        CompletableFuture<Event.Answer> next = new CompletableFuture<>();
        change(() -> stray = next);
        return next;
    }

    /** Why the connection is over; empty as long as it is not. */
    Optional<Disconnected> end() {
        lock.lock();
        try {
            return Optional.ofNullable(end);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the end of the connection; false if it did not come in time. */
    boolean awaitEnd(Deadline deadline) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = deadline.left();
            while (end == null && left > 0) {
                left = changed.awaitNanos(left);
            }
            return end != null;
        } finally {
            lock.unlock();
        }
    }

    /** The first open entry of this kind, waiting for it if need be; empty if none came in time or can come. */
    Optional<Entry> await(Predicate<Entry> kind, Deadline deadline) throws InterruptedException {
        for (int i = 0; has(i, deadline); i++) {
            Entry entry = entry(i);
            if (entry.open() && kind.test(entry)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    private boolean has(int index, Deadline deadline) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = deadline.left();
            while (entries.size() <= index && end == null && left > 0) {
                left = changed.awaitNanos(left);
            }
            return entries.size() > index;
        } finally {
            lock.unlock();
        }
    }

    private Entry entry(int index) {
        lock.lock();
        try {
            return entries.get(index);
        } finally {
            lock.unlock();
        }
    }

    /** What has arrived by now. */
    List<Entry> entries() {
        lock.lock();
        try {
            return List.copyOf(entries);
        } finally {
            lock.unlock();
        }
    }

    /** Uses up an entry, and passes those before it that stand in the same order. */
    void use(Entry used, Written step) {
        for (Entry entry : entries()) {
            if (entry == used) {
                entry.match(step);
                return;
            }
            if (entry.open() && entry.order().equals(used.order())) {
                entry.pass(step);
            }
        }
    }

    /** Whether the server has said goodbye. */
    boolean saidGoodbye() {
        return entries().stream().anyMatch(entry -> entry.event() instanceof Event.Bye);
    }

    /** Takes the answer to a fence out again: no step asked for it. */
    @SuppressWarnings("ReferenceEquality") // this one, and not one that says the same
    void forget(Event.Answer answer) {
        change(() -> entries.removeIf(entry -> entry.event() == answer));
    }
}
