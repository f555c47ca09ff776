package parley.protocol.line;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines of UTF-8 that end in {@code \n} or {@code \r\n}. One thread reads; the buffer starts small, because most
 * connections are idle most of the time, grows when more has come than it holds or for a long line, and shrinks again.
 *
 * <p>What follows the last line end when the stream ends is no line: a sender that was cut off did not finish it.
 */
public final class LineReader implements Closeable {

    private static final int SMALL = 512;
    private static final int LARGE = 16 * 1024;
    private static final char REPLACEMENT = '\ufffd';

    private final ReadableByteChannel channel;
    private final int limit;
    private byte[] buffer = new byte[SMALL];
    private int start;
    private int scanned;
    private int end;
    private boolean skipping;
    private int wanted = SMALL;
    private @Nullable Line ahead;

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
        return await() ? next() : null;
    }

    /**
     * Waits until a line is at hand.
     *
     * @return whether there is one; false at the end of the stream
     * @throws IOException if the connection broke
     */
    public boolean await() throws IOException {
        boolean more = true;
        while (!ready() && more) {
            more = fill();
        }
        return ahead != null;
    }

    /** The next line, if it is at hand; null if one would have to wait for it. */
    public @Nullable Line next() {
        Line line = ready() ? ahead : null;
        ahead = null;
        return line;
    }

    private boolean ready() {
        if (ahead == null) {
            ahead = cut();
        }
        return ahead != null;
    }

    /** Cuts the next line off what was read; null if it is not whole. */
    private @Nullable Line cut() {
        for (int newline = indexOfNewline(); newline >= 0; newline = indexOfNewline()) {
            Line line = take(newline);
            if (line != null) {
                return line;
            }
        }
        boolean tooLong = !skipping && end - start > limit + 1; // one more: it may be the \r of \r\n
        skipping |= tooLong;
        if (skipping) {
            discard();
        }
        return tooLong ? new Line.TooLong(limit) : null;
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
        int room = buffer.length - end;
        int read = channel.read(ByteBuffer.wrap(buffer, end, room));
        wanted = read == room ? LARGE : read < SMALL ? SMALL : buffer.length;
        end += Math.max(0, read);
        return read >= 0;
    }

    /** Moves what is pending to the front, of another buffer if another size is wanted or there is no room left. */
    private void makeRoom() {
        int pending = end - start;
        int size = pending < wanted ? wanted
                : pending < buffer.length ? buffer.length
                : Math.min(2 * pending, limit + 2);
        byte[] target = size == buffer.length ? buffer : new byte[size];
        System.arraycopy(buffer, start, target, 0, pending);
        buffer = target;
        scanned -= start;
        start = 0;
        end = pending;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
