package parley.protocol.line;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whatever bytes come, in whatever pieces, the reader finds the lines that a simple reading of the whole finds. The first
 * byte is the limit, the second the size of the pieces, the others are what comes.
 */
public final class LineReaderFuzz {

    /** What is read at once from a sender that has much to say, however short its lines must be. */
    private static final int LARGE = 16 * 1024;

    private LineReaderFuzz() {
    }

    /** What the fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length < 2) {
            return;
        }
        int limit = Byte.toUnsignedInt(input[0]);
        byte[] stream = Arrays.copyOfRange(input, 2, input.length);
        List<Line> expected = simplyRead(stream, limit);
        List<Line> read = read(pieces(stream, 1 + Byte.toUnsignedInt(input[1])), limit);
        if (!read.equals(expected)) {
            throw new AssertionError("read " + read + " instead of " + expected);
        }
    }

    private static List<Line> read(Chunks chunks, int limit) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (LineReader reader = new LineReader(chunks, limit)) {
            for (Line line = reader.read(); line != null; line = reader.read()) {
                lines.add(line);
            }
        }
        if (chunks.largestBuffer() > Math.max(LARGE, limit + 2)) {
            throw new AssertionError("a buffer of " + chunks.largestBuffer() + " bytes for lines of " + limit);
        }
        return lines;
    }

    private static Chunks pieces(byte[] stream, int size) {
        List<byte[]> pieces = new ArrayList<>();
        for (int from = 0; from < stream.length; from += size) {
            pieces.add(Arrays.copyOfRange(stream, from, Math.min(stream.length, from + size)));
        }
        return Chunks.of(pieces.toArray(byte[][]::new));
    }

    private static List<Line> simplyRead(byte[] stream, int limit) {
        List<Line> lines = new ArrayList<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (byte one : stream) {
            if (one == '\n') {
                lines.add(line(line.toByteArray(), limit));
                line.reset();
            } else {
                line.write(one);
            }
        }
        if (line.size() > limit + 1) {
            lines.add(new Line.TooLong(limit)); // known before its end, which never comes
        }
        return lines;
    }

    private static Line line(byte[] bytes, int limit) {
        int length = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        if (length > limit) {
            return new Line.TooLong(limit);
        }
        try {
            return new Line.Text(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString());
        } catch (CharacterCodingException e) {
            return new Line.NotUtf8();
        }
    }
}
