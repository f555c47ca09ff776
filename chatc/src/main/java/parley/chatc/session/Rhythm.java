package parley.chatc.session;

import java.time.Duration;

/**
 * How patient a session is that comes back.
 *
 * @param first how long it waits at most before it tries to come back for the first time; then twice as long, and so on
 * @param most the longest it waits
 * @param silence for how long nothing may be heard before the server is asked for a sign of life; after as long again,
 *         the connection is taken for dead
 */
public record Rhythm(Duration first, Duration most, Duration silence) {

    /** That of a person's client: back within a moment, and aware of a dead network within half a minute. */
    public static final Rhythm USUAL =
            new Rhythm(Duration.ofMillis(500), Duration.ofSeconds(20), Duration.ofSeconds(15));
}
