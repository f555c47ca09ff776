package parley.chatd.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** How a session ends: why, which the first who wants it decides, and whether goodbye has been said. Any thread. */
final class Ending {

    /** How long an ending session may take to read what is still its own. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private record Decision(String why, Instant at) {
    }

    private final AtomicReference<@Nullable Decision> decision = new AtomicReference<>();
    private final CompletableFuture<@Nullable Void> goodbye = new CompletableFuture<>();

    /** Decides that it ends, unless that is decided; whether it was decided now. */
    boolean decide(String why, Instant now) {
        return decision.compareAndSet(null, new Decision(why, now));
    }

    boolean isDecided() {
        return decision.get() != null;
    }

    /** Why it ends. Only once that is decided. */
    String why() {
        return Objects.requireNonNull(decision.get(), "nobody ends it").why();
    }

    /** Whether its last words have waited for long enough. Only once it is decided. */
    boolean isOverdue(Instant now) {
        return Liveness.isOver(LAST_WORDS, Objects.requireNonNull(decision.get(), "nobody ends it").at(), now);
    }

    void saidGoodbye() {
        goodbye.complete(null);
    }

    void awaitGoodbye() {
        goodbye.join();
    }
}
