package parley.chatc;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A moment until which something is waited for. */
final class Deadline {

    private final long begun = System.nanoTime();
    private final long nanos;

    private Deadline(long nanos) {
        this.nanos = nanos;
    }

    /** The moment that is so long from now; in effect never, if that is longer than a few centuries. */
    static Deadline in(Duration time) {
        return new Deadline(TimeUnit.NANOSECONDS.convert(time));
    }

    /** How long it is till then; nothing or less if it has been. */
    Duration left() {
        return Duration.ofNanos(nanos - (System.nanoTime() - begun));
    }
}
