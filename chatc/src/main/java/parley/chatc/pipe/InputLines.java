package parley.chatc.pipe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts bytes into lines as they come, whatever they are: a line is there as soon as its end has been read, and the last
 * one needs no end. A line that is longer than the bound comes in several chunks, so that memory stays bounded. Used by
 * one thread.
 */
final class InputLines {

    private static final int READ_AHEAD = 8192;
    /** How many bytes of a code point follow its first. */
    private static final int MOST_CONTINUATIONS = 3;

    private final InputStream in;
    private final int bound;
    private final byte[] buffer = new byte[READ_AHEAD];
    private int next;
    private int end;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private long line = 1;
    private boolean continued;

    /**
     * A line or a part of one.
     *
     * @param line its number, from 1
     * @param continued whether this is not the beginning of the line
     */
    record Chunk(long line, ByteBuffer bytes, boolean continued) {
    }

    /**
     * @param bound the longest chunk in bytes
     */
    InputLines(InputStream in, int bound) {
        this.in = in;
        this.bound = bound;
    }

    /** Waits for the next chunk; null at the end of the input. */
    @Nullable Chunk next() throws IOException {
        while (next < end || fill()) {
            byte b = buffer[next++];
            if (b == '\n') {
                return endOfLine();
            }
            pending.write(b);
            if (pending.size() > bound + 1) { // one more: it may be the \r of \r\n
                return partOfLine();
            }
        }
        return pending.size() == 0 ? null : lastLine();
    }

    private boolean fill() throws IOException {
        next = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    private Chunk endOfLine() {
        byte[] bytes = pending.toByteArray();
        int length = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        if (length > bound) {
            next--; // the line's end is read again, after its last byte
            return partOfLine();
        }
        return take(bytes, length, true);
    }

    /** The rest of the input; a {@code \r} belongs to it, for no line end follows. */
    private Chunk lastLine() {
        return pending.size() > bound ? partOfLine() : take(pending.toByteArray(), pending.size(), true);
    }

    private Chunk partOfLine() {
        byte[] bytes = pending.toByteArray();
        int cut = bound;
        while (cut > bound - MOST_CONTINUATIONS && isContinuation(bytes[cut])) {
            cut--;
        }
        return take(bytes, isContinuation(bytes[cut]) ? bound : cut, false);
    }

    private static boolean isContinuation(byte b) {
        return (b & 0xc0) == 0x80;
    }

    private Chunk take(byte[] bytes, int length, boolean ends) {
        Chunk chunk = new Chunk(line, ByteBuffer.wrap(bytes, 0, length), continued);
        pending.reset();
        if (ends) {
            line++;
        } else {
            pending.write(bytes, length, bytes.length - length);
        }
        continued = !ends;
        return chunk;
    }
}
