package parley.scenarios.language;

import java.time.Duration;

/** What the network can do to one client. */
public sealed interface Fault {

    /** Everything arrives later by this, in both directions. */
    record Delay(Duration by) implements Fault {
    }

    /** The connection breaks; the next one goes through. */
    record Cut() implements Fault {
    }

    /** Everything arrives byte by byte, in both directions. */
    record Trickle() implements Fault {
    }

    /** No more than so much gets through, in each direction. */
    record Throttle(long bytesPerSecond) implements Fault {
    }

    /** All is well again. */
    record Heal() implements Fault {
    }
}
