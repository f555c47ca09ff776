package parley.chatd.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.concurrent.locks.LockSupport;
import parley.protocol.link.Link;
import parley.protocol.link.PlainLink;
import parley.protocol.link.TlsLink;

/**
 * A channel whose reader takes turns with the others. Virtual threads do not by themselves: they run until they wait,
 * and a client that always has one more line ready never lets its reader wait. A few of them would keep all processors,
 * so that nobody else were read from or written to, and even {@link Thread#yield} would only let them take turns with
 * each other.
 *
 * <p>So a reader that has gone on for a while without waiting pauses. If it then comes late to its next turn, there are
 * more who want one than there is time for, and it pauses longer the next time, until everybody gets theirs.
 *
 * <p>Used by one thread: the reader.
 */
final class Turns implements ReadableByteChannel {

    private static final long TURN = 1_000_000; // all in nanoseconds
    /** Whoever got what was there already took less. */
    private static final long WAITED = 100_000;
    private static final long SHORTEST_PAUSE = 50_000;
    private static final long LONGEST_PAUSE = 100_000_000;

    private final ReadableByteChannel channel;
    private final long waited;
    private long since = System.nanoTime();
    private long pause = SHORTEST_PAUSE;

    Turns(Link link) {
        this.channel = link;
        this.waited = switch (link) {
            case PlainLink plain -> WAITED;
            // To decipher takes time, too, and cannot be told from waiting: nobody counts as having waited.
            case TlsLink tls -> Long.MAX_VALUE;
        };
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        long start = System.nanoTime();
        if (start - since > TURN) {
            start = pause(start);
            since = start;
        }
        int read = channel.read(target);
        long end = System.nanoTime();
        if (end - start > waited) {
            since = end;
        }
        return read;
    }

    /** Returns when that was over. */
    private long pause(long start) {
        LockSupport.parkNanos(pause);
        long end = System.nanoTime();
        boolean late = end - start - pause > TURN;
        pause = late ? Math.min(2 * pause, LONGEST_PAUSE) : Math.max(pause / 2, SHORTEST_PAUSE);
        return end;
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
