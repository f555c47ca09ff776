package parley.protocol.line;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines of UTF-8 that end in {@code \n} or {@code \r\n}. One thread reads; the buffer starts small, because most
 * connections are idle most of the time, grows for a long line up to the limit, and shrinks again behind it.
 *
 * <p>What follows the last line end when the stream ends is no line: a sender that was cut off did not finish it.
 */
public final class LineReader implements Closeable {

    private static final int SMALL = 512;
    private static final char REPLACEMENT = '\ufffd';

    private final ReadableByteChannel channel;
    private final int limit;
    private byte[] buffer = new byte[SMALL];
    private int start;
    private int scanned;
    private int end;
    private boolean skipping;

    /**
     * @param limit the longest line in bytes, its end not counted
     */
    public LineReader(ReadableByteChannel channel, int limit) {
        this.channel = channel;
        this.limit = limit;
    }

    /**
     * Waits for the next line.
     *
     * @return the line; null at the end of the stream
     * @throws IOException if the connection broke
     */
    public @Nullable Line read() throws IOException {
        while (true) {
            int newline = indexOfNewline();
            if (newline >= 0) {
                Line line = take(newline);
                if (line != null) {
                    return line;
                }
            } else if (skipping) {
                discard();
            } else if (end - start > limit + 1) { // one more: it may be the \r of \r\n
                skipping = true;
                discard();
                return new Line.TooLong(limit);
            }
            if (newline < 0 && !fill()) {
                return null;
            }
        }
    }

    private int indexOfNewline() {
        while (scanned < end) {
            if (buffer[scanned] == '\n') {
                return scanned;
            }
            scanned++;
        }
        return -1;
    }

    /** Takes what stands before the newline; null if that is the rest of a line already reported as too long. */
    private @Nullable Line take(int newline) {
        int from = start;
        start = newline + 1;
        scanned = start;
        if (skipping) {
            skipping = false;
            return null;
        }
        int to = newline > from && buffer[newline - 1] == '\r' ? newline - 1 : newline;
        return to - from > limit ? new Line.TooLong(limit) : decode(from, to);
    }

    /** Decoding that replaces what is malformed is fast; only its replacement character asks for a closer look. */
    private Line decode(int from, int to) {
        String text = new String(buffer, from, to - from, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 || isUtf8(from, to) ? new Line.Text(text) : new Line.NotUtf8();
    }

    private boolean isUtf8(int from, int to) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(buffer, from, to - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private void discard() {
        start = 0;
        scanned = 0;
        end = 0;
    }

    private boolean fill() throws IOException {
        makeRoom();
        int read = channel.read(ByteBuffer.wrap(buffer, end, buffer.length - end));
        if (read < 0) {
            return false;
        }
        end += read;
        return true;
    }

    private void makeRoom() {
        int pending = end - start;
        if (pending == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(2 * pending, limit + 2));
        } else if (start > 0) {
            byte[] target = pending < SMALL && buffer.length > SMALL ? new byte[SMALL] : buffer;
            System.arraycopy(buffer, start, target, 0, pending);
            buffer = target;
        }
        scanned -= start;
        start = 0;
        end = pending;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
