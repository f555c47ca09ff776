package parley.chatd.engine;

import java.time.Instant;

/** Times as the history has them, which are milliseconds since 1970. */
final class Moments {

    private Moments() {
    }

    /** The first that is not before a time. */
    static long from(Instant time) {
        return after(time.minusNanos(1));
    }

    /** The first that is after a time. */
    static long after(Instant time) {
        return time.toEpochMilli() + 1;
    }
}
