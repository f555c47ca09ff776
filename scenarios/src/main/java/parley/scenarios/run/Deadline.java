package parley.scenarios.run;

import java.time.Duration;

/** Until when to wait, by the clock that nobody sets. */
record Deadline(long at) {

    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /** Nanoseconds that are left; 0 or less if there are none. */
    long left() {
        return at - System.nanoTime();
    }
}
