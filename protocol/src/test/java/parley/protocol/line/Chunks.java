package parley.protocol.line;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Queue;
import java.util.Set;

/** A stream that arrives in chunks, at most one a read, and then ends. */
final class Chunks implements ReadableByteChannel {

    private final Queue<ByteBuffer> chunks = new ArrayDeque<>();
    private int largestBuffer;
    private int lastBuffer;
    private final Set<byte[]> buffers = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean closed;
    private String broken;

    static Chunks of(String... chunks) {
        return of(Arrays.stream(chunks).map(chunk -> chunk.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new));
    }

    static Chunks of(byte[]... chunks) {
        Chunks stream = new Chunks();
        Arrays.stream(chunks).map(ByteBuffer::wrap).forEach(stream.chunks::add);
        return stream;
    }

    /** The whole in two chunks, the first of so many bytes. */
    static Chunks splitAt(int length, byte[] whole) {
        return of(Arrays.copyOf(whole, length), Arrays.copyOfRange(whole, length, whole.length));
    }

    /** The whole, byte by byte. */
    static Chunks bytewise(byte[] whole) {
        Chunks stream = new Chunks();
        for (byte one : whole) {
            stream.chunks.add(ByteBuffer.wrap(new byte[]{one}));
        }
        return stream;
    }

    /** The same, but what comes then is no end but a failure. */
    Chunks thenBroken(String message) {
        broken = message;
        return this;
    }

    @Override
    @SuppressWarnings("ByteBufferBackingArray") // only its identity counts
    public int read(ByteBuffer target) throws IOException {
        largestBuffer = Math.max(largestBuffer, target.capacity());
        lastBuffer = target.capacity();
        buffers.add(target.array());
        while (!chunks.isEmpty() && !chunks.peek().hasRemaining()) {
            chunks.remove();
        }
        if (chunks.isEmpty() && broken != null) {
            throw new IOException(broken);
        }
        if (chunks.isEmpty()) {
            return -1;
        }
        ByteBuffer chunk = chunks.peek();
        int length = Math.min(chunk.remaining(), target.remaining());
        target.put(chunk.slice().limit(length));
        chunk.position(chunk.position() + length);
        return length;
    }

    /** The size in bytes of the largest buffer that anybody read into. */
    int largestBuffer() {
        return largestBuffer;
    }

    /** The size in bytes of the buffer of the last read. */
    int lastBuffer() {
        return lastBuffer;
    }

    /** How many buffers were read into. */
    int buffers() {
        return buffers.size();
    }

    /** Whether everything has been read. */
    boolean isExhausted() {
        return chunks.stream().noneMatch(ByteBuffer::hasRemaining);
    }

    @Override
    public boolean isOpen() {
        return !closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
