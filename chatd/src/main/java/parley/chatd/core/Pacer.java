package parley.chatd.core;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.Event.Refused;
import parley.protocol.Refusal;

/** Holds one session to its pace. Only on the session's thread. */
final class Pacer {

    private final InstantSource clock;
    private @Nullable Pace pace;
    private @Nullable Bucket bucket;

    Pacer(InstantSource clock) {
        this.clock = clock;
    }

    /** Takes one more command into account, or says why not, and when it would be done. */
    @SuppressWarnings("ReferenceEquality") // the same settings are the same object, and this is asked for each command
    Optional<Refused> take(Pace current, Origin origin) {
        if (current != pace) {
            pace = current;
            bucket = current.exempts(origin) ? null : bucket(current);
        }
        if (bucket == null) {
            return Optional.empty();
        }
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(refused(current, probe.getNanosToWaitForRefill()));
    }

    private Bucket bucket(Pace current) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(current.burst()).refillGreedy(current.perSecond(),
                        Duration.ofSeconds(1)))
                .withCustomTimePrecision(new Meter(clock)).build();
    }

    private static Refused refused(Pace pace, long nanos) {
        Duration wait = Duration.ofMillis(Math.max(1, Math.ceilDiv(nanos, 1_000_000)));
        return new Refused(Refusal.RATE_LIMITED, "", "the server takes " + pace.perSecond() + " commands a second, and "
                + pace.burst() + " at once; ask again in " + wait.toMillis() + " ms", wait);
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
