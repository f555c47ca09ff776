package parley.chatd.net;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import parley.chatd.core.Outbox;
import parley.chatd.core.Shared;
import parley.chatd.dialect.Dialect;
import parley.protocol.Delivery;
import parley.protocol.Event;
import parley.protocol.link.Link;

/**
 * What a connection still has to write. There is a writer only while there is something to write: the offer that makes
 * the outbox non-empty starts a virtual thread, which writes all that has gathered in one go, again and again until
 * nothing has, and ends. So there is never more than one writer.
 *
 * <pre>
 *   idle ──offer──► writing ──nothing pending──► idle      close(): the stream ends as soon as it is idle
 *                      └── over the bound, or broken ──► cut
 * </pre>
 *
 * <p>Its lock guards the fields; it is held for a few instructions and never during I/O.
 */
final class SocketOutbox implements Outbox {

    private final Link link;
    private final Dialect dialect;
    private final long bound;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition read = lock.newCondition();
    private List<byte[]> pending = new ArrayList<>();
    private long pendingBytes;
    private long writingBytes;
    private @Nullable Thread writer;
    private boolean closed;
    private boolean overflowed;

    /**
     * @param bound how many bytes may wait for a reader that does not read
     */
    SocketOutbox(Link link, Dialect dialect, long bound) {
        this.link = link;
        this.dialect = dialect;
        this.bound = bound;
    }

    @Override
    public void offer(Shared shared) {
        offer(dialect.encode(shared));
    }

    @Override
    public void offer(@Nullable String re, Event event) {
        offer(dialect.encode(re, event));
    }

    @Override
    public void offer(List<Delivery> answers) {
        offer(answers.stream().map(answer -> dialect.encode(answer.re(), answer.event())).toArray(byte[][]::new));
    }

    /** Takes bytes to be written after what was offered before. */
    void offer(byte[]... lines) {
        boolean tooMuch;
        lock.lock();
        try {
            if (closed) {
                return;
            }
            for (byte[] line : lines) {
                pending.add(line);
                pendingBytes += line.length;
            }
            tooMuch = writer != null && pendingBytes + writingBytes > bound;
            overflowed |= tooMuch;
            if (writer == null) {
                writer = Thread.ofVirtual().name("writer").start(this::writeUntilIdle);
            }
        } finally {
            lock.unlock();
        }
        if (tooMuch) {
            cut();
        }
    }

    @Override
    public void awaitRead() {
        lock.lock();
        try {
            while (isFull()) {
                read.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether {@link #awaitRead} would not wait. */
    boolean isRead() {
        lock.lock();
        try {
            return !isFull();
        } finally {
            lock.unlock();
        }
    }

    private boolean isFull() {
        return !closed && pendingBytes + writingBytes > bound / 2;
    }

    @Override
    public long waitingBytes() {
        lock.lock();
        try {
            return closed ? 0 : pendingBytes + writingBytes;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            read.signalAll();
            if (writer == null) {
                // The end of the stream is a write, too, which may have to wait.
                writer = Thread.ofVirtual().name("writer").start(this::shutDown);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until everything is written, but no longer than this; then it is cut. */
    void awaitWritten(Duration atMost) throws InterruptedException {
        Thread last;
        lock.lock();
        try {
            last = writer;
        } finally {
            lock.unlock();
        }
        if (last != null && !last.join(atMost)) {
            cut();
        }
    }

    /** Closes at once; the kernel drops what it had not sent. */
    @Override
    public void cut() {
        lock.lock();
        try {
            closed = true;
            pending = new ArrayList<>();
            read.signalAll();
        } finally {
            lock.unlock();
        }
        link.cut();
    }

    /** Whether the other end did not read and so lost its connection. */
    boolean overflowed() {
        lock.lock();
        try {
            return overflowed;
        } finally {
            lock.unlock();
        }
    }

    private void writeUntilIdle() {
        try (WriteBuffer buffer = WriteBuffer.borrow()) {
            for (List<byte[]> batch = next(); batch != null; batch = next()) {
                buffer.write(batch, link);
            }
        } catch (IOException e) {
            // The reader of this connection finds out as well, and ends the session with the reason.
            cut();
        }
    }

    /** All that has gathered; null if nothing has, and then the thread that asks is the writer no longer. */
    private @Nullable List<byte[]> next() {
        boolean last;
        lock.lock();
        try {
            read.signalAll();
            if (!pending.isEmpty()) {
                List<byte[]> batch = pending;
                pending = new ArrayList<>();
                writingBytes = pendingBytes;
                pendingBytes = 0;
                return batch;
            }
            writingBytes = 0;
            last = closed;
            writer = last ? writer : null;
        } finally {
            lock.unlock();
        }
        if (last) {
            shutDown();
        }
        return null;
    }

    /**
     * Ends the stream to the other end. This end's reader goes on until the other end has closed, too, or the session's
     * time for last words is over: to close with input unread would be a reset, and take what is still on its way.
     */
    private void shutDown() {
        try {
            link.shutdownOutput();
        } catch (IOException e) {
            link.cut();
        }
    }
}
