package parley.protocol;

import org.jspecify.annotations.Nullable;

/**
 * A command on its way to the server.
 *
 * @param ref the client's own mark, which the answer repeats; null if it does not need to tell answers apart
 */
public record Request(@Nullable String ref, Command command) {

    /** The longest ref, in characters. */
    public static final int MAX_REF_LENGTH = 64;
}
