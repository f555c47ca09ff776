package parley.chatc.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/** Sends into one room, on a virtual thread of its own, until it is told to stop. */
final class Publisher implements Runnable {

    private static final int MOST_AT_ONCE = 64;

    private final Peer peer;
    private final LoadPlan plan;
    private final Room room;
    private final String padding;
    private volatile boolean stopped;

    Publisher(Peer peer, LoadPlan plan, Room room) {
        this.peer = peer;
        this.plan = plan;
        this.room = room;
        this.padding = "x".repeat(Math.max(0, plan.payload() - Stamp.LENGTH));
    }

    @Override
    public void run() {
        try {
            if (plan.rate() > 0) {
                sendAtRate();
            } else {
                sendByWindow();
            }
        } catch (IOException e) {
            return; // what is missing then shows in the counts
        }
    }

    private void sendByWindow() throws IOException {
        while (!stopped) {
            int free = Math.min(MOST_AT_ONCE, room.awaitFree(plan.window()));
            if (free > 0) {
                send(free);
            }
        }
    }

    /** Keeps to the timetable: whoever comes late sends at once, and its delay counts. */
    private void sendAtRate() throws IOException {
        long interval = 1_000_000_000L * plan.rooms() / plan.rate();
        long next = System.nanoTime();
        while (!stopped) {
            long early = next - System.nanoTime();
            if (early > 0) {
                LockSupport.parkNanos(early);
            } else {
                send(1);
                next += interval;
            }
        }
    }

    private void send(int messages) throws IOException {
        StringBuilder batch = new StringBuilder();
        for (int i = 0; i < messages; i++) {
            batch.append(plan.wire().publish(room.name(), Stamp.now() + padding));
        }
        room.sending(messages);
        peer.send(ByteBuffer.wrap(batch.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** Reads what comes back, so that the server need not hold it. */
    void drain() {
        try {
            while (true) {
                peer.receive();
            }
        } catch (IOException e) {
            return; // the end of the load
        }
    }

    void stop(Thread thread) throws InterruptedException {
        stopped = true;
        LockSupport.unpark(thread);
        thread.join();
    }
}
