package parley.protocol.client;

import java.io.IOException;

/** The connection is over. The message says why: the server's own words if it said goodbye. */
public final class Disconnected extends IOException {

    private static final long serialVersionUID = 1L;

    public Disconnected(String why) {
        super(why);
    }

    Disconnected(Disconnected earlier) {
        super(earlier.getMessage(), earlier);
    }
}
