package parley.chatd.dialect;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.chatd.core.Manner;
import parley.chatd.core.Session;
import parley.chatd.core.Shared;
import parley.protocol.Event;
import parley.protocol.line.Line;

/** How one connection spells commands and events. {@link #begin} comes first and {@link #end} last, each once. */
public interface Dialect {

    /** How its session is told of things. */
    default Manner manner() {
        return Manner.TOLD;
    }

    /**
     * The session is open.
     *
     * @param out takes the bytes of lines that spell no event, to be written after what was offered before; any thread
     */
    default void begin(Session session, Consumer<byte[]> out) {
        // Most of what a dialect says is answers and events.
    }

    /** Does what a line asks. Called on the connection's thread, line by line. */
    void read(Line line, Session session);

    /**
     * The bytes of events that many get. Connections whose bytes are the same share them, as {@link Shared#as} has it.
     * Called on the thread that fans out.
     */
    byte[] encode(Shared shared);

    /**
     * The bytes, line end included, of an event for this connection alone; {@code re} is the ref of the command it
     * answers.
     */
    byte[] encode(@Nullable String re, Event event);

    /** The session is over. Called on the connection's thread. */
    default void end() {
        // Most dialects remember nothing.
    }
}
