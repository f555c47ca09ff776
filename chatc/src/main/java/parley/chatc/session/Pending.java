package parley.chatc.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was asked and is not answered yet, in its order.
 *
 * <pre>
 *   add ──► waiting ──next──► sent ──answered──►
 *              ▲                │
 *              └────takeBack────┘  the connection was lost
 * </pre>
 *
 * <p>Every method may be called on any thread.
 */
final class Pending {

    private final Deque<Asked> waiting = new ArrayDeque<>();
    private final Map<String, Asked> sent = new LinkedHashMap<>();
    private @Nullable Live connection;
    private boolean finished;

    synchronized void add(Asked asked) {
        waiting.add(asked);
        notifyAll();
    }

    /** What is asked goes there from now on. */
    synchronized void connect(Live live) {
        connection = live;
    }

    /** That connection is over. */
    synchronized void disconnect(Live live) {
        if (live.equals(connection)) {
            connection = null;
            notifyAll();
        }
    }

    /** Nothing more will be added: once all is sent, or there is no connection, nobody waits any more. */
    synchronized void finish() {
        finished = true;
        notifyAll();
    }

    /** Waits for the next to be sent; empty when there is no connection, or no next one ever. */
    synchronized Optional<Asked> next() throws InterruptedException {
        while (connection != null && !finished && waiting.isEmpty()) {
            wait();
        }
        Optional<Asked> next = connection == null ? Optional.empty() : Optional.ofNullable(waiting.poll());
        next.ifPresent(asked -> sent.put(asked.ref(), asked));
        return next;
    }

    synchronized boolean isFinished() {
        return finished;
    }

    synchronized void answered(Asked asked) {
        sent.remove(asked.ref());
    }

    /**
     * The connection is lost: what was sent and not answered waits again, before all else, and in its order; what must
     * not be sent twice fails.
     */
    synchronized void takeBack(String why) {
        Deque<Asked> doubtful = new ArrayDeque<>();
        for (Asked asked : new ArrayList<>(sent.values()).reversed()) {
            (asked.isRepeatable() ? waiting : doubtful).addFirst(asked);
        }
        sent.clear();
        fail(doubtful, true, why);
    }

    private static void fail(Collection<Asked> all, boolean sent, String why) {
        all.forEach(asked -> asked.answer().completeExceptionally(new NotAnswered(sent, why)));
    }

    /** Takes all there is: nobody will answer it any more. */
    synchronized void giveUp(String why) {
        fail(List.copyOf(sent.values()), true, why);
        fail(List.copyOf(waiting), false, why);
        sent.clear();
        waiting.clear();
    }

    /** Waits for a time; returns whether there is still something to come back for. */
    synchronized boolean pause(Duration time) throws InterruptedException {
        long until = System.nanoTime() + time.toNanos();
        for (long left = time.toMillis(); !finished && left > 0; left = (until - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        return !finished;
    }
}
