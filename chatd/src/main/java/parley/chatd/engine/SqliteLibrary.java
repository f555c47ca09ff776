package parley.chatd.engine;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * The native part of SQLite. Its driver unpacks that into the folder for temporary files at each start, and a process
 * that is killed leaves it there; this unpacks it once, to where it can stay.
 */
public final class SqliteLibrary {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteLibrary.class);
    private static final String WHERE = "org.sqlite.lib.path";

    private SqliteLibrary() {
    }

    /**
     * Has this process use the one in this folder, unless it has been told of another. If the folder cannot be used, the
     * driver does as it always does. To be called before the first history is opened.
     *
     * @param folder for its owner alone; it comes into being if need be
     */
    public static void keepIn(Path folder) {
        if (System.getProperty(WHERE) != null) {
            return;
        }
        try {
            Path home = folder.resolve("sqlite-" + SQLiteJDBCLoader.getVersion());
            Path library = home.resolve(LibraryLoaderUtil.getNativeLibName());
            if (!Files.exists(library)) {
                Files.createDirectories(home,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                unpack(library);
            }
            System.setProperty(WHERE, home.toAbsolutePath().toString());
        } catch (IOException e) {
            LOG.debug("SQLite's library is not kept in {}", folder, e);
        }
    }

    /** It is there at once and whole: another process may look for it at this moment. */
    private static void unpack(Path library) throws IOException {
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + library.getFileName();
        Path draft = Files.createTempFile(library.getParent(), "new", "");
        try (InputStream packed = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (packed == null) {
                throw new FileNotFoundException("the driver has no " + resource);
            }
            Files.copy(packed, draft, StandardCopyOption.REPLACE_EXISTING);
            Files.move(draft, library, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
