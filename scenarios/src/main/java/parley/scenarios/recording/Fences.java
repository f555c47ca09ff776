package parley.scenarios.recording;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import parley.protocol.recording.LineEnd;
import parley.protocol.recording.Side;

/**
 * Keeps what several clients do in the order of the recording: before another client acts, the server has answered a ping
 * of the one that acted last, so it has done what that one asked. A stand-in needs none of that. Used by the thread that
 * plays; what is heard comes from the readers.
 */
final class Fences {

    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("play-watch").factory());

    private final Side acts;
    private final Duration within;
    private final Map<String, CountDownLatch> waiting = new ConcurrentHashMap<>();
    private @Nullable Seat last;
    private int count;

    Fences(Side acts, Duration within) {
        this.acts = acts;
        this.within = within;
    }

    /** Returns when the server has done what the client before this one asked. */
    void before(Seat seat) throws InterruptedException {
        if (last != null && last != seat) {
            after(last);
        }
        last = seat;
    }

    /** Returns when the server has done what this client asked, and has told it all that came of that. */
    void after(Seat seat) throws InterruptedException {
        if (acts != Side.CLIENT || seat.wire().isEmpty() || !seat.welcome()) {
            return;
        }
        String token = "fence-" + ++count;
        CountDownLatch answered = new CountDownLatch(1);
        waiting.put(token, answered);
        String ping = seat.irc() ? "PING " + token : "{\"do\":\"ping\",\"ref\":\"" + token + "\"}";
        seat.wire().get().send(ping, LineEnd.usual(ping));
        // One that does not answer is no worse off than without a fence.
        var _ = answered.await(seat.gone() ? 0 : within.toMillis(), TimeUnit.MILLISECONDS);
        waiting.remove(token);
    }

    /** On a reader's thread: takes note of an answer. */
    void heard(String text) {
        if (waiting.isEmpty()) {
            return;
        }
        waiting.forEach((token, latch) -> {
            if (text.contains(token)) {
                latch.countDown();
            }
        });
    }

    /** Sends something; a connection whose other end does not read for too long is cut. */
    void within(Wire wire, Runnable sending) {
        Future<?> cut = WATCH.schedule(wire::cut, within.toMillis(), TimeUnit.MILLISECONDS);
        try {
            sending.run();
        } finally {
            cut.cancel(false);
        }
    }
}
