package parley.protocol;

import java.io.IOException;

/** The other end does not speak the dialect that was expected, or not this version of it. */
public final class NotOfThisDialect extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param message a sentence about the other end */
    public NotOfThisDialect(String message) {
        super(message);
    }
}
