package parley.chatc.session;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Notices when a network is dead and does not say so: asks a server that is silent for a sign of life, and drops the
 * connection if there is none. A thread of its own looks; it never writes, for a dead network takes no bytes.
 */
final class Watch implements AutoCloseable {

    private final Pending pending;
    private final Duration silence;
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("watch").factory());
    private volatile @Nullable Live live;
    private boolean asked;

    Watch(Pending pending, Duration silence) {
        this.pending = pending;
        this.silence = silence;
        var _ = looking.scheduleWithFixedDelay(this::look, silence.toMillis(), silence.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    void over(Live connection) {
        live = connection;
    }

    private void look() {
        Live watched = live;
        if (watched == null || watched.isOver() || !watched.incoming().isQuietFor(silence)) {
            asked = false;
        } else if (asked) {
            watched.client().drop();
        } else {
            asked = true;
            pending.add(Asked.signOfLife());
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
