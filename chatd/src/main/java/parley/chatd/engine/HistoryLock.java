package parley.chatd.engine;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a history to one process: a lock on a file beside it, which the system takes back when the process ends,
 * however it ends. What it creates is for its owner's eyes only.
 */
final class HistoryLock implements Closeable {

    private final Path file;
    private final FileChannel channel;

    private HistoryLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes the lock, and creates the history's folder and an empty file if they are not there. */
    static HistoryLock take(Path file) throws HistoryUnusable {
        try {
            createFolder(file.toAbsolutePath().getParent());
            FileChannel channel = createOrOpen(Path.of(file + ".lock"));
            if (!locked(channel)) {
                channel.close();
                throw new HistoryUnusable(file, "is in use by another chatd; stop that one, or give this one a history "
                        + "of its own with history.file in its configuration, or none with --memory");
            }
            createOrOpen(file).close();
            return new HistoryLock(file, channel);
        } catch (HistoryUnusable e) {
            throw e;
        } catch (FileSystemException e) {
            String reason = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
            throw new HistoryUnusable(file, "cannot be written: " + e.getFile() + ": " + reason, e);
        } catch (IOException e) {
            throw new HistoryUnusable(file, "cannot be opened: " + e.getMessage(), e);
        }
    }

    private static void createFolder(@Nullable Path folder) throws IOException {
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder, owned("rwx------"));
        }
    }

    private static FileChannel createOrOpen(Path path) throws IOException {
        return FileChannel.open(path, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), owned("rw-------"));
    }

    private static FileAttribute<?> owned(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // another server in this very process
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("giving up the lock of " + file + " failed", e);
        }
    }
}
