package parley.chatc.pipe;

import java.io.IOException;

/** The other end of the output is closed: what is still to come interests nobody. */
public final class NobodyReads extends IOException {

    private static final long serialVersionUID = 1L;

    NobodyReads() {
        super("nobody reads the output any more");
    }
}
