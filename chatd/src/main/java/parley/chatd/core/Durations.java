package parley.chatd.core;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** How long something took, time and again, sorted into classes. Any thread. */
public final class Durations {

    /** Where each class but the last, which has no bound, ends. */
    public static final List<Duration> BOUNDS = Stream
            .of(100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000,
                    5_000_000)
            .map(micros -> Duration.ofNanos(1000L * micros)).toList();

    private static final long[] NANOS = BOUNDS.stream().mapToLong(Duration::toNanos).toArray();

    private final LongAdder[] classes = Stream.generate(LongAdder::new).limit(NANOS.length + 1L)
            .toArray(LongAdder[]::new);
    private final LongAdder sum = new LongAdder();

    void took(long nanos) {
        int place = 0;
        while (place < NANOS.length && nanos > NANOS[place]) {
            place++;
        }
        classes[place].increment();
        sum.add(nanos);
    }

    /** How many fell into each class, one more than there are bounds. */
    public List<Long> counts() {
        return Stream.of(classes).map(LongAdder::sum).toList();
    }

    /** All of them together. */
    public Duration sum() {
        return Duration.ofNanos(sum.sum());
    }
}
