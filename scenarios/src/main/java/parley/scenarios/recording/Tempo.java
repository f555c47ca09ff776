package parley.scenarios.recording;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * How fast a recording is played, and how long a play waits.
 *
 * @param speed as a multiple of the speed it was recorded at; 0 for as fast as it goes
 * @param within how long to wait for what must come
 */
record Tempo(double speed, Duration within) {

    /** Waits until it is time for what happened so long after the beginning. */
    void await(long micros, long begunNanos) throws InterruptedException {
        if (speed > 0) {
            long due = begunNanos + (long) (micros * 1000 / speed);
            var _ = new CountDownLatch(1).await(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }
}
