package parley.scenarios.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import parley.protocol.Command;
import parley.protocol.Cursor;
import parley.protocol.Delivery;
import parley.protocol.Event;
import parley.protocol.client.ClientDialect;
import parley.protocol.client.Disconnected;
import parley.protocol.client.Listener;
import parley.scenarios.fence.Lookout;
import parley.scenarios.language.Written;

/**
 * All that one connection received, in the order of the wire. The client's reader adds to it; the thread that plays the
 * stage waits, looks and marks. The lock guards the list and the end.
 */
final class Transcript implements Listener {

    private final Lookout lookout;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Entry> entries = new ArrayList<>();
    /** The refs of what has been answered; only on the reader's thread. */
    private final Set<String> answered = new HashSet<>();
    private volatile boolean goodbye;
    private boolean stalls;
    /** How many there were when the client asked last. */
    private int asked;
    private @Nullable Disconnected end;
    private CompletableFuture<Event.Answer> stray = new CompletableFuture<>();

    /** @param wire sends a line on the connection */
    Transcript(Consumer<String> wire) {
        this.lookout = new Lookout(wire);
    }

    /** What looks out for the signs of fences, none of which stands here. */
    Lookout lookout() {
        return lookout;
    }

    @Override
    public void received(String line, ClientDialect.Heard meaning) {
        awaitReading();
        if (lookout.hears(line)) {
            return;
        }
        List<Entry> made = Entry.all(System.nanoTime(), line, meaning);
        made.forEach(entry -> entry.answers().filter(ref -> !answered.add(ref)).ifPresent(ref -> entry.isSurplus()));
        change(() -> {
            entries.addAll(made);
            for (Entry entry : made) {
                goodbye |= entry.event() instanceof Event.Bye;
                if (entry.event() instanceof Event.Refused refused && entry.counts()) {
                    stray.complete(refused);
                }
            }
        });
    }

    @Override
    public void delivered(Delivery delivery) {
        // It came as a line already.
    }

    @Override
    public void ended(Disconnected why) {
        lookout.ended();
        change(() -> end = why);
    }

    /** Holds the connection's reader as long as the client stalls: what comes then stays in the network. */
    private void awaitReading() {
        lock.lock();
        try {
            while (stalls) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Reads nothing from now on. A line that is on its way already is still waited for. */
    void stall() {
        change(() -> stalls = true);
    }

    void readOn() {
        change(() -> stalls = false);
    }

    boolean stalls() {
        lock.lock();
        try {
            return stalls;
        } finally {
            lock.unlock();
        }
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
     * The client is about to ask for something; that what it asked before is done, is no news any more.
     *
     * @return the next refusal that does not say what it refuses: the server could not read that far
     */
    CompletableFuture<Event.Answer> ask() {
        CompletableFuture<Event.Answer> next = new CompletableFuture<>();
        change(() -> {
            stray = next;
            entries.subList(Math.min(asked, entries.size()), entries.size()).forEach(Entry::age);
            asked = entries.size();
        });
        return next;
    }

    /** What the client asked last has been answered. */
    void answered(Command command) {
        if (command instanceof Command.Recall || command instanceof Command.Search) {
            change(() -> entries.subList(asked, entries.size()).forEach(Entry::recall));
        }
    }

    /** The last position that was seen in each room; where the history was asked for does not count. */
    Map<String, Cursor> cursors() {
        Map<String, Cursor> cursors = new HashMap<>();
        for (Entry entry : entries()) {
            String room = entry.room();
            if (room != null) {
                entry.position().ifPresent(cursor -> cursors.put(room, cursor));
            }
        }
        return cursors;
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

    /** What is found among all that has come, looked for anew whenever something comes; empty as above. */
    <T> Optional<T> awaitAmong(Function<List<Entry>, Optional<T>> search, Deadline deadline)
            throws InterruptedException {
        Optional<T> found;
        int looked;
        do {
            List<Entry> all = entries();
            looked = all.size();
            found = search.apply(all);
        } while (found.isEmpty() && has(looked, deadline));
        return found;
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

    /**
     * Uses up several entries, and then passes what stands before them.
     *
     * @param steps which step uses which
     */
    void useAll(List<Entry> used, List<Written> steps) {
        for (int i = 0; i < used.size(); i++) {
            used.get(i).match(steps.get(i));
        }
        for (int i = 0; i < used.size(); i++) {
            use(used.get(i), steps.get(i));
        }
    }

    /** Whether the server has said goodbye: then the end is to come. */
    boolean saidGoodbye() {
        return goodbye;
    }

    /** Takes the answer to a fence out again: no step asked for it. */
    @SuppressWarnings("ReferenceEquality") // this one, and not one that says the same
    void forget(Event.Answer answer) {
        change(() -> entries.removeIf(entry -> entry.event() == answer));
    }
}
