package parley.chatc.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.HdrHistogram.Histogram;

/** Receives and counts, on a virtual thread of its own, until its connection ends. */
final class Member implements Runnable {

    private final Peer peer;
    private final Wire wire;
    private final Room room;
    private final boolean timed;
    private final Histogram latencies;
    private final CRC32C checksum = new CRC32C();
    private int lines;

    /**
     * @param timed whether it looks at the stamps; looking costs more than counting
     */
    Member(Peer peer, Wire wire, Room room, boolean timed, Histogram latencies) {
        this.peer = peer;
        this.wire = wire;
        this.room = room;
        this.timed = timed;
        this.latencies = latencies;
    }

    @Override
    public void run() {
        try {
            while (true) {
                take(peer.receive());
            }
        } catch (IOException e) {
            return; // what is missing then shows in the counts
        }
    }

    private void take(ByteBuffer bytes) {
        lines += LineCount.of(bytes);
        if (timed) {
            long now = System.nanoTime();
            Stamp.read(bytes, sentAt -> latencies.recordValue(Math.max(0, now - sentAt)));
        }
        checksum.update(bytes);
        int messages = lines / wire.linesPerMessage();
        lines -= messages * wire.linesPerMessage();
        if (messages > 0) {
            room.receiving(messages);
        }
    }

    Room room() {
        return room;
    }

    /** The same for members of one room who got the same messages in the same order. Read when all is quiet. */
    long checksum() {
        return checksum.getValue();
    }
}
