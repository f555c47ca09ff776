package parley.chatd.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * A direct buffer on loan to one writer. Copying many small messages into it and writing once was faster than gathering
 * writes, and than a write a message.
 */
final class WriteBuffer implements AutoCloseable {

    private static final int SIZE = 64 * 1024;
    private static final BlockingQueue<WriteBuffer> POOL = new ArrayBlockingQueue<>(64);

    private final ByteBuffer bytes = ByteBuffer.allocateDirect(SIZE);

    static WriteBuffer borrow() {
        WriteBuffer pooled = POOL.poll();
        return pooled == null ? new WriteBuffer() : pooled;
    }

    /** Gives the buffer back; if the pool is full, to the garbage collector. */
    @Override
    public void close() {
        bytes.clear();
        var _ = POOL.offer(this);
    }

    /** Writes all messages, in as few writes as they fit into. */
    void write(List<byte[]> messages, WritableByteChannel channel) throws IOException {
        for (byte[] message : messages) {
            int from = 0;
            while (from < message.length) {
                if (!bytes.hasRemaining()) {
                    flush(channel);
                }
                int length = Math.min(message.length - from, bytes.remaining());
                bytes.put(message, from, length);
                from += length;
            }
        }
        flush(channel);
    }

    private void flush(WritableByteChannel channel) throws IOException {
        bytes.flip();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        bytes.clear();
    }
}
