package parley.chatd.dialect;

import org.jspecify.annotations.Nullable;
import parley.chatd.core.Encoding;
import parley.chatd.core.Session;
import parley.protocol.Event;
import parley.protocol.line.Line;

/** How one connection spells commands and events. */
public interface Dialect {

    /** Does what a line asks. Called on the connection's thread, line by line. */
    void read(Line line, Session session);

    /** How events that many get are encoded for this connection. */
    Encoding encoding();

    /** The bytes, line end included, of an event for this connection alone; {@code re} is the ref of the command it answers. */
    byte[] encode(@Nullable String re, Event event);
}
