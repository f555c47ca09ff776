package parley.scenarios.recording;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import parley.protocol.recording.LineEnd;
import parley.protocol.recording.Side;
import parley.scenarios.fence.Fence;

/**
 * Keeps what several clients do in the order of the recording: before another client acts, the server has answered a ping
 * of the one that acted last, so it has done what that one asked; and where that is not enough to know that it has
 * reached the other, they send signs as the clients of scenarios do ({@link Fence}). A stand-in needs none of that. Used
 * by the thread that plays; what is heard comes from the readers.
 */
final class Fences {

    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("play-watch").factory());

    private final Side acts;
    private final Duration within;
    private final Map<String, CountDownLatch> waiting = new ConcurrentHashMap<>();
    private final Set<Seat> acted = new LinkedHashSet<>();
    private @Nullable Seat last;
    private int count;

    Fences(Side acts, Duration within) {
        this.acts = acts;
        this.within = within;
    }

    /** Returns when the server has done what the others asked, and that has reached this client, which acts now. */
    void before(Seat seat) throws InterruptedException {
        if (acts == Side.CLIENT) {
            await(seat);
            acted.add(seat);
            last = seat;
        }
    }

    /** Returns when all that came of what the clients did has reached all of them. */
    void afterAll(List<Seat> seats) throws InterruptedException {
        if (acts == Side.CLIENT) {
            for (Seat seat : seats) {
                await(seat);
                ping(seat);
            }
        }
    }

    private void await(Seat seat) throws InterruptedException {
        Fence fence = Fence.before(seat.lookout(), acted.stream().map(Seat::lookout).toList());
        if (last != null && last != seat) {
            ping(last);
        }
        // What does not come leaves the play no worse off than without a fence.
        var _ = fence.close(within);
    }

    private void ping(Seat seat) throws InterruptedException {
        if (seat.wire().isEmpty() || !seat.welcome()) {
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
