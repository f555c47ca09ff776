package parley.protocol.json;

import org.jspecify.annotations.Nullable;
import parley.protocol.Event;
import parley.protocol.Request;

/** What came of reading a client's line. */
public sealed interface ReadRequest {

    /** It is a request. */
    record Understood(Request request) implements ReadRequest {
    }

    /**
     * It is not; the client is told why.
     *
     * @param ref the line's ref, if that much could be read
     */
    record NotUnderstood(@Nullable String ref, Event.Refused refused) implements ReadRequest {
    }
}
