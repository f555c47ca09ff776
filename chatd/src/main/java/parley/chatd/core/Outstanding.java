package parley.chatd.core;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What a session has begun and not finished: the command it is at, and what it has handed to the engine and not yet got
 * back. Whoever begins too much waits, so that a client cannot pile up work faster than the engine commits it.
 *
 * <p>Its lock is held while the last thing is done, so that whoever finds nothing outstanding comes after it.
 */
final class Outstanding {

    private static final int MOST = 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition fewer = lock.newCondition();
    private volatile boolean busy; // changed by the session's thread only
    private volatile boolean ending;
    private int count;
    private @Nullable Runnable last;

    /** Begins a command, unless one has begun; false if no more are to be begun. Only on the session's thread. */
    boolean beginCommand() {
        if (!busy) {
            lock.lock();
            try {
                busy = !ending;
            } finally {
                lock.unlock();
            }
        }
        return !ending;
    }

    void endCommand() {
        lock.lock();
        try {
            busy = false;
            finishIfNone();
        } finally {
            lock.unlock();
        }
    }

    /** Begins so many things that the engine will end. Only on the session's thread. */
    void begin(int things) {
        lock.lock();
        try {
            await(MOST - things);
            count += things;
        } finally {
            lock.unlock();
        }
    }

    void end(int things) {
        lock.lock();
        try {
            count -= things;
            fewer.signalAll();
            finishIfNone();
        } finally {
            lock.unlock();
        }
    }

    /** Lets no command begin any more, and does a last thing, this one, as soon as nothing is outstanding. */
    void finish(Runnable lastThing) {
        lock.lock();
        try {
            ending = true;
            last = lastThing;
            finishIfNone();
        } finally {
            lock.unlock();
        }
    }

    private void finishIfNone() {
        Runnable now = last;
        if (!busy && count == 0 && now != null) {
            last = null;
            now.run();
        }
    }

    /** Waits until the engine has dealt with all of it. Only on the session's thread. */
    void awaitNone() {
        lock.lock();
        try {
            await(0);
        } finally {
            lock.unlock();
        }
    }

    private void await(int most) {
        while (count > most) {
            fewer.awaitUninterruptibly();
        }
    }
}
