package parley.protocol.recording;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.line.Line;
import parley.protocol.line.LineReader;
import parley.protocol.text.FileTrouble;

/** Reads a recording, an entry at a time: it takes as much memory as one line does. One thread. */
public final class RecordingReader implements Closeable {

    /** The longest line that is read: more than what is recorded as one line can take. */
    private static final int LINE_LIMIT = 1 << 24;

    private final Path path;
    private final Ending bytes;
    private final LineReader lines;
    private final Header header;
    private long line;
    private boolean truncated;

    /** @param path what it is called where something is wrong */
    RecordingReader(Path path, ReadableByteChannel file) throws IOException {
        this.path = path;
        this.bytes = new Ending(file);
        this.lines = new LineReader(bytes, LINE_LIMIT);
        this.header = readHeader();
    }

    /**
     * Opens a recording and reads its header.
     *
     * @throws RecordingInvalid if it is none, or of a newer version
     * @throws IOException if it cannot be read
     */
    public static RecordingReader open(Path path) throws IOException {
        FileChannel file = channel(path);
        try {
            return new RecordingReader(path, file);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static FileChannel channel(Path path) throws IOException {
        try {
            return FileChannel.open(path);
        } catch (IOException e) {
            throw new IOException(FileTrouble.reading("recording", path, e), e);
        }
    }

    private Header readHeader() throws IOException {
        String text = text();
        try {
            return EntryCodec.header(text == null ? "" : text);
        } catch (EntryCodec.Wrong e) {
            throw wrong(e);
        }
    }

    public Header header() {
        return header;
    }

    /** The number of the line that was read last, from 1. */
    public long line() {
        return line;
    }

    /** Where the entry that was read last stands: {@code FILE:LINE}. */
    public String place() {
        return path + ":" + line;
    }

    /**
     * The next entry; null at the end. A last line that was cut off, as by a crash, is passed over.
     *
     * @throws RecordingInvalid if a line is no entry
     */
    public @Nullable Entry next() throws IOException {
        String text = text();
        while (text != null && text.isBlank()) {
            text = text();
        }
        if (text == null) {
            return null;
        }
        try {
            return EntryCodec.entry(text);
        } catch (EntryCodec.Wrong e) {
            if (bytes.unfinished && !lines.await()) {
                truncated = true;
                return null;
            }
            throw wrong(e);
        }
    }

    /** What is to be said of the end, once it has been read: that the last line was cut off, if it was. */
    public Optional<String> warning() {
        return truncated
                ? Optional.of(place() + ": the last line is cut off and was passed over; what comes before it is whole")
                : Optional.empty();
    }

    private @Nullable String text() throws IOException {
        Line read = lines.read();
        if (read == null) {
            return null;
        }
        line++;
        return switch (read) {
            case Line.Text it -> it.text();
            case Line.TooLong it -> throw new RecordingInvalid(path, line, "the line is longer than any entry");
            case Line.NotUtf8 it -> notUtf8();
        };
    }

    /** A crash may have come within a character. */
    private @Nullable String notUtf8() throws IOException {
        if (bytes.unfinished && !lines.await()) {
            truncated = true;
            return null;
        }
        throw new RecordingInvalid(path, line, "the line is not UTF-8");
    }

    private RecordingInvalid wrong(EntryCodec.Wrong e) {
        return new RecordingInvalid(path, Math.max(1, line), String.valueOf(e.getMessage()));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /** Gives the last line an end if it has none, so that it can be read, and remembers that it had none. */
    private static final class Ending implements ReadableByteChannel {

        private final ReadableByteChannel file;
        private byte last = '\n';
        private boolean unfinished;

        Ending(ReadableByteChannel file) {
            this.file = file;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            int read = file.read(target);
            if (read > 0) {
                last = target.get(target.position() - 1);
            } else if (read < 0 && last != '\n' && target.hasRemaining()) {
                target.put((byte) '\n');
                last = '\n';
                unfinished = true;
                return 1;
            }
            return read;
        }

        @Override
        public boolean isOpen() {
            return file.isOpen();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
