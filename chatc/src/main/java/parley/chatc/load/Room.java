package parley.chatc.load;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One room of the load: how much was sent into it, how much has come out, and who waits for that. */
final class Room {

    private final String name;
    private final int members;
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private volatile @Nullable Thread waiting;

    Room(String name, int members) {
        this.name = name;
        this.members = members;
    }

    String name() {
        return name;
    }

    long sent() {
        return sent.get();
    }

    long received() {
        return received.get();
    }

    long expected() {
        return sent.get() * members;
    }

    void sending(int messages) {
        sent.addAndGet(messages);
    }

    void receiving(int messages) {
        received.addAndGet(messages);
        Thread publisher = waiting;
        if (publisher != null) {
            LockSupport.unpark(publisher);
        }
    }

    /** Waits until fewer than this many messages are on their way, on the average of the members. */
    int awaitFree(int window) {
        waiting = Thread.currentThread();
        int free = free(window);
        while (free <= 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.park(this);
            free = free(window);
        }
        waiting = null;
        return free;
    }

    private int free(int window) {
        return (int) (window - (expected() - received.get()) / members);
    }
}
