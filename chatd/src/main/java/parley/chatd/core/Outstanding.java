package parley.chatd.core;

/**
 * Counts what a session has handed to the engine and not yet got back. Whoever begins too much waits, so that a client
 * cannot pile up work faster than the engine commits it.
 */
final class Outstanding {

    private static final int MOST = 1024;

    private int count;

    synchronized void begin() {
        await(MOST - 1);
        count++;
    }

    synchronized void end() {
        count--;
        notifyAll();
    }

    /** Waits until the engine has dealt with all of it. */
    synchronized void awaitNone() {
        await(0);
    }

    private void await(int most) {
        boolean interrupted = false;
        while (count > most) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
