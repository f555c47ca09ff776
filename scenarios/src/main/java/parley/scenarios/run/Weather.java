package parley.scenarios.run;

import java.time.Duration;
import parley.scenarios.language.Fault;

/**
 * How a network is at a time.
 *
 * @param delay how much later everything arrives
 * @param trickles whether it arrives byte by byte
 * @param bytesPerSecond how much gets through
 */
record Weather(Duration delay, boolean trickles, long bytesPerSecond) {

    /** All is well. */
    static final Weather CALM = new Weather(Duration.ZERO, false, Long.MAX_VALUE);

    private static final int USUAL_PIECE = 1 << 13;
    private static final long NANOS = 1_000_000_000;

    Weather after(Fault fault) {
        return switch (fault) {
            case Fault.Delay(Duration by) -> new Weather(by, trickles, bytesPerSecond);
            case Fault.Trickle() -> new Weather(delay, true, bytesPerSecond);
            case Fault.Throttle(long rate) -> new Weather(delay, trickles, rate);
            case Fault.Heal() -> CALM;
            case Fault.Cut() -> this;
        };
    }

    /** How many bytes go at once: with a rate, what goes in a fiftieth of a second. */
    int piece() {
        return trickles ? 1 : Math.clamp(bytesPerSecond / 50, 1, USUAL_PIECE);
    }

    /** How long so many bytes take, in nanoseconds. */
    long nanosFor(int bytes) {
        return bytesPerSecond == Long.MAX_VALUE ? 0 : bytes * NANOS / bytesPerSecond;
    }
}
