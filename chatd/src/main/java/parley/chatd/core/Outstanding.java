package parley.chatd.core;

import org.jspecify.annotations.Nullable;

/**
 * What a session has begun and not finished: the command it is at, and what it has handed to the engine and not yet got
 * back. Whoever begins too much waits, so that a client cannot pile up work faster than the engine commits it.
 *
 * <p>Its lock is held while the last thing is done, so that whoever finds nothing outstanding comes after it.
 */
final class Outstanding {

    private static final int MOST = 1024;

    private boolean busy;
    private int count;
    private boolean ending;
    private @Nullable Runnable last;

    /** Begins a command; false if no more are to be begun. Only on the session's thread. */
    synchronized boolean beginCommand() {
        busy |= !ending;
        return !ending;
    }

    synchronized void endCommand() {
        busy = false;
        finishIfNone();
    }

    /** Begins so many things that the engine will end. Only on the session's thread. */
    synchronized void begin(int things) {
        await(MOST - things);
        count += things;
    }

    synchronized void end(int things) {
        count -= things;
        notifyAll();
        finishIfNone();
    }

    /** Lets no command begin any more, and does a last thing as soon as nothing is outstanding. Called once. */
    synchronized void finish(Runnable lastThing) {
        ending = true;
        last = lastThing;
        finishIfNone();
    }

    private void finishIfNone() {
        if (!busy && count == 0 && last != null) {
            last.run();
            last = null;
        }
    }

    /** Waits until the engine has dealt with all of it. Only on the session's thread. */
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
