package parley.protocol.client;

import java.io.IOException;
import java.time.Duration;
import parley.protocol.Command;

/** The server is there but did not answer in time. Whether it did what it was asked is not known. */
public final class NoAnswer extends IOException {

    private static final long serialVersionUID = 1L;

    NoAnswer(Command command, Duration waited) {
        super("the server did not answer " + command.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT)
                + " within " + waited.toMillis() + " ms");
    }
}
