package parley.chatc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** Tells whoever waits for it where chatc listens. */
final class Ports {

    private Ports() {
    }

    /** Writes the port into a file, which is there at once and whole; into none, if none is asked for. */
    static void write(@Nullable Path file, int port) throws Complaint {
        if (file == null) {
            return;
        }
        try {
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(draft, port + "\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Complaint(Status.USAGE, "the port file " + file + " cannot be written: " + e.getMessage());
        }
    }
}
