package parley.protocol.recording;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Cuts what one side of a connection sends into lines, in whatever pieces it comes, and loses no byte of it: what is no
 * line is kept as the bytes it is. One thread.
 */
public final class WireCutter {

    /** The longest line; of a longer one, pieces of this size are kept as bytes. */
    static final int LINE_LIMIT = 1 << 20;

    /** Takes what was cut off. */
    public interface Sink {
        void line(String text, LineEnd end);

        /** Takes bytes that are no line, one character for each. */
        void bytes(String bytes);
    }

    private final Sink sink;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private boolean tooLong;

    public WireCutter(Sink sink) {
        this.sink = sink;
    }

    /** Takes the bytes; the buffer is as it was afterwards. */
    public void feed(ByteBuffer source) {
        ByteBuffer bytes = source.duplicate();
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            pending.write(next);
            if (next == '\n') {
                line(pending.toByteArray());
            } else if (pending.size() == LINE_LIMIT) {
                tooLong = true;
                flush();
            }
        }
    }

    private void line(byte[] bytes) {
        LineEnd end = bytes.length > 1 && bytes[bytes.length - 2] == '\r' ? LineEnd.CRLF : LineEnd.LF;
        Optional<String> text = tooLong ? Optional.empty() : decode(bytes, bytes.length - end.characters().length());
        if (text.isPresent()) {
            pending.reset();
            sink.line(text.get(), end);
        } else {
            tooLong = false;
            flush();
        }
    }

    private static Optional<String> decode(byte[] bytes, int length) {
        try {
            return Optional
                    .of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Gives away what has come since the last line: no more will, or it is too much. */
    public void flush() {
        if (pending.size() > 0) {
            sink.bytes(pending.toString(StandardCharsets.ISO_8859_1));
            pending.reset();
        }
    }
}
