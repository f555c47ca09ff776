package parley.scenarios.recording;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.protocol.recording.Entry;
import parley.protocol.recording.RecordingReader;
import parley.protocol.recording.Side;

/** A recording as people read it, a row at a time. One thread. */
public final class RecordingText implements Closeable {

    private final RecordingReader reader;
    private final Cast cast;

    /**
     * One line.
     *
     * @param who the first nick that this connection has
     * @param arrow {@code ->} from the client, {@code <-} from the server
     * @param text as it stood on the wire: not fit for a terminal
     */
    public record Row(double seconds, String who, String arrow, String text) {
    }

    private RecordingText(RecordingReader reader, Cast cast) {
        this.reader = reader;
        this.cast = cast;
    }

    /**
     * Opens a recording and looks through it for who is there.
     *
     * @throws IOException if it cannot be read
     */
    public static RecordingText open(Path file) throws IOException {
        Cast cast = Cast.of(file);
        return new RecordingText(RecordingReader.open(file), cast);
    }

    /** Who is there, in the order they came. */
    public Set<String> nicks() {
        return new LinkedHashSet<>(cast.nicks().values());
    }

    /** The next row; null at the end. */
    public @Nullable Row next() throws IOException {
        Entry entry = reader.next();
        return entry == null ? null : row(entry);
    }

    private Row row(Entry entry) {
        return switch (entry) {
            case Entry.Opened it -> row(it, Side.CLIENT, "(connects)");
            case Entry.Closed it -> row(it, it.by(), "(ends the connection)");
            case Entry.Line it -> row(it, it.from(), it.text());
            case Entry.Bytes it -> row(it, it.from(), "(" + it.bytes().length() + " bytes that are no line)");
        };
    }

    private Row row(Entry entry, Side from, String text) {
        return new Row(entry.micros() / 1e6, cast.nick(entry.who()), from == Side.CLIENT ? "->" : "<-", text);
    }

    /** What is to be said of the end, once it has been read. */
    public Optional<String> warning() {
        return reader.warning();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
