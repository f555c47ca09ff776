package parley.chatd;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.protocol.text.FileTrouble;

/** The file that says at which port this process listens, for as long as it does. */
final class PortFile implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(PortFile.class);

    private final Path file;
    private final String text;

    private PortFile(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    /** The file is there at once and whole, so that whoever waits for it can read it. */
    static PortFile write(Path file, int port) throws Unwritable {
        String text = port + "\n";
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            try {
                Files.writeString(draft, text);
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
            return new PortFile(file, text);
        } catch (IOException e) {
            throw new Unwritable(file, e);
        }
    }

    /** Removes it, unless another process has written its own there since. */
    @Override
    public void close() {
        try {
            if (Files.exists(file) && Files.readString(file).equals(text)) {
                Files.delete(file);
            }
        } catch (IOException e) {
            LOG.warn("the port file {} could not be removed: {}", file, FileTrouble.writing(e));
        }
    }

    /** There can be no such file. The message is for the person who asked for it. */
    static final class Unwritable extends Exception {

        private static final long serialVersionUID = 1L;

        private Unwritable(Path file, IOException cause) {
            super("cannot write " + file + ": " + FileTrouble.writing(cause), cause);
        }
    }
}
