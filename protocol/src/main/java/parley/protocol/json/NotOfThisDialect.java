package parley.protocol.json;

import java.io.IOException;

/** The other end does not speak JSON lines, or not this version of them. */
public final class NotOfThisDialect extends IOException {

    private static final long serialVersionUID = 1L;

    NotOfThisDialect(String message) {
        super(message);
    }
}
