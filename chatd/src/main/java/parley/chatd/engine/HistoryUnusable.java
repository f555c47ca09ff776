package parley.chatd.engine;

import java.io.IOException;
import java.nio.file.Path;

/** The history cannot be used, and was left as it is. The message is for the person who runs the server. */
public final class HistoryUnusable extends IOException {

    private static final long serialVersionUID = 1L;

    HistoryUnusable(Path file, String why) {
        super("the history " + file + " " + why);
    }

    HistoryUnusable(Path file, String why, Exception cause) {
        super("the history " + file + " " + why, cause);
    }
}
