package parley.chatd.core;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.Event.Refused;
import parley.protocol.Refusal;
import parley.protocol.text.TimeSpan;

/**
 * Holds one session to its pace. Only on the session's thread.
 *
 * <p>Whoever was too fast is refused for a while, which costs nothing in the long run, because the pace counts on: what
 * was on its way behind a refused message is refused as well, and does not come before it.
 */
final class Pacer {

    /** Longer than a refusal is on its way to most clients. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final InstantSource clock;
    private @Nullable Pace pace;
    private @Nullable Bucket bucket;
    private Instant pausedUntil = Instant.MIN;

    Pacer(InstantSource clock) {
        this.clock = clock;
    }

    /** Takes one more command into account, or says why not, and when it would be done. */
    @SuppressWarnings("ReferenceEquality") // the same settings are the same object, and this is asked for each command
    Optional<Refused> take(Pace current, Origin origin) {
        if (current != pace) {
            pace = current;
            pausedUntil = Instant.MIN;
            bucket = current.exempts(origin) ? null : bucket(current);
        }
        if (bucket == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (!now.isBefore(pausedUntil)) {
            ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
            if (probe.isConsumed()) {
                return Optional.empty();
            }
            pausedUntil = now.plus(pause(current, probe.getNanosToWaitForRefill()));
        }
        return Optional.of(refused(current, Duration.between(now, pausedUntil)));
    }

    private static Duration pause(Pace pace, long nanosUntilNext) {
        Duration next = Duration.ofMillis(Math.ceilDiv(nanosUntilNext, 1_000_000));
        Duration refill = Duration.ofSeconds(1).multipliedBy(pace.burst()).dividedBy(pace.perSecond());
        return Collections.max(List.of(next, Collections.min(List.of(PAUSE, refill))));
    }

    private Bucket bucket(Pace current) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(current.burst()).refillGreedy(current.perSecond(),
                        Duration.ofSeconds(1)))
                .withCustomTimePrecision(new Meter(clock)).build();
    }

    private static Refused refused(Pace pace, Duration left) {
        Duration wait = Duration.ofMillis(Math.max(1, left.toMillis()));
        return new Refused(Refusal.RATE_LIMITED, "", "the server takes " + pace.perSecond() + " commands a second, and "
                + pace.burst() + " at once; ask again in " + TimeSpan.write(wait), wait);
    }

    /** The server's clock, as the library wants it. */
    private record Meter(InstantSource clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return clock.millis() * 1_000_000;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
