package parley.chatc.pipe;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/** Time that passes when it is told to. */
final class FakeLater implements Later {

    private final Queue<Due> waiting = new ArrayDeque<>();

    private record Due(Duration time, Runnable then) {
    }

    @Override
    public synchronized void after(Duration wait, Runnable then) {
        waiting.add(new Due(wait, then));
        notifyAll();
    }

    /** Waits until something is to be done later, does it, and returns how long it would have had to wait. */
    Duration pass() throws InterruptedException {
        Due due = take();
        due.then().run();
        return due.time();
    }

    private synchronized Due take() throws InterruptedException {
        while (waiting.isEmpty()) {
            wait();
        }
        return waiting.remove();
    }

    synchronized boolean isIdle() {
        return waiting.isEmpty();
    }
}
