package parley.chatc.session;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What was asked and is not answered yet, in its order.
 *
 * <pre>
 *   add ──► waiting ──next──► sent ──answered──►
 *              ▲                │
 *              ├────takeBack────┤  the connection was lost
 *              └──────hold──────┘  it came too fast for the server
 * </pre>
 *
 * <p>One message is under way at a time, so that they keep their order whatever the server says to one of them. Every
 * method may be called on any thread.
 */
final class Pending {

    private final Queue<Asked> waiting = new PriorityQueue<>(Comparator.comparingLong(Asked::number));
    private final Map<String, Asked> sent = new LinkedHashMap<>();
    private @Nullable Live connection;
    private boolean finished;
    /** Why nobody will ever answer anything any more; null as long as somebody may. */
    private @Nullable String over;
    private long notBefore = System.nanoTime();

    synchronized void add(Asked asked) {
        if (over != null) {
            fail(List.of(asked), false, over);
        } else {
            waiting.add(asked);
            notifyAll();
        }
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

    synchronized boolean isFinished() {
        return finished;
    }

    /** Waits for the next to be sent; empty when there is no connection, or no next one ever. */
    synchronized Optional<Asked> next() throws InterruptedException {
        while (connection != null && !(finished && waiting.isEmpty()) && !isNextDue()) {
            wait(millisToWait());
        }
        Optional<Asked> next = connection == null ? Optional.empty() : Optional.ofNullable(waiting.poll());
        next.ifPresent(asked -> sent.put(asked.ref(), asked));
        return next;
    }

    private boolean isNextDue() {
        Asked next = waiting.peek();
        return next != null && (!next.isMessage()
                || (notBefore - System.nanoTime() <= 0 && sent.values().stream().noneMatch(Asked::isMessage)));
    }

    /** Until the time has come, if there is one to wait for; otherwise 0, which is as long as nothing changes. */
    private long millisToWait() {
        long nanos = notBefore - System.nanoTime();
        return nanos > 0 ? nanos / 1_000_000 + 1 : 0;
    }

    synchronized void answered(Asked asked) {
        sent.remove(asked.ref());
        notifyAll();
    }

    /** The server would do it later: it waits again, before what was asked after it. */
    synchronized void hold(Asked asked, Duration time) {
        sent.remove(asked.ref());
        waiting.add(asked);
        notBefore = Math.max(notBefore, System.nanoTime() + time.toNanos());
        notifyAll();
    }

    /** The connection is lost: what was sent and not answered waits again; what must not be sent twice fails. */
    synchronized void takeBack(String why) {
        List<Asked> doubtful = sent.values().stream().filter(asked -> !asked.isRepeatable()).toList();
        sent.values().stream().filter(Asked::isRepeatable).forEach(waiting::add);
        sent.clear();
        fail(doubtful, true, why);
    }

    /** Takes all there is, and all that will be asked: nobody will answer it any more. */
    synchronized void giveUp(String why) {
        over = why;
        fail(List.copyOf(sent.values()), true, why);
        fail(waiting.stream().sorted(Comparator.comparingLong(Asked::number)).toList(), false, why);
        sent.clear();
        waiting.clear();
    }

    private static void fail(Collection<Asked> all, boolean sent, String why) {
        all.forEach(asked -> asked.answer().completeExceptionally(new NotAnswered(sent, why)));
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
