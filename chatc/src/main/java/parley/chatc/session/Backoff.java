package parley.chatc.session;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: each time twice as long as the last, up to a bound, and of that a random half,
 * so that a server that has been away is not asked by everybody at once. Used by one thread.
 */
final class Backoff {

    private final Duration first;
    private final Duration most;
    private final RandomGenerator random;
    private Duration whole;

    Backoff(Duration first, Duration most, RandomGenerator random) {
        this.first = first;
        this.most = most;
        this.random = random;
        this.whole = first;
    }

    /** How long to wait now: between half of the present length and all of it. */
    Duration next() {
        Duration half = whole.dividedBy(2);
        Duration pause = half.plusNanos((long) (half.toNanos() * random.nextDouble()));
        Duration twice = whole.multipliedBy(2);
        whole = twice.compareTo(most) < 0 ? twice : most;
        return pause;
    }

    /** It has worked: the next wait is a short one again. */
    void reset() {
        whole = first;
    }
}
