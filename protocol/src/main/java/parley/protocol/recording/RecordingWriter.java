package parley.protocol.recording;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Writes a recording as it happens: each entry is handed to the system before the next, so that a program that dies
 * leaves all that it has seen. What is secret never gets there. A new file is for its owner's eyes only, since what
 * people say is in it. Any thread may write.
 */
public final class RecordingWriter implements Closeable {

    private final FileChannel file;
    private final Redactor redactor;

    private RecordingWriter(FileChannel file, Redactor redactor) {
        this.file = file;
        this.redactor = redactor;
    }

    /**
     * Begins a recording; a file that is there is written anew.
     *
     * @throws IOException if the file cannot be written
     */
    public static RecordingWriter create(Path path, Header header, Redactor redactor) throws IOException {
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
        RecordingWriter writer = new RecordingWriter(FileChannel.open(path, options, ownersOnly()), redactor);
        writer.line(EntryCodec.write(redactor.redact(header)));
        return writer;
    }

    private static FileAttribute<?>[] ownersOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }

    /**
     * Writes what happened, without its secrets.
     *
     * @throws IOException if it cannot be written
     */
    public synchronized void write(Entry entry) throws IOException {
        line(EntryCodec.write(redactor.redact(entry)));
    }

    private void line(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
