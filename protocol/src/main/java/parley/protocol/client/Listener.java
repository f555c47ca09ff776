package parley.protocol.client;

import java.util.Optional;
import parley.protocol.Delivery;

/** Learns of what arrives. Called on the client's reader thread, in the order of the wire; must not block. */
public interface Listener {

    /**
     * A line arrived. Called before {@link #delivered} and whatever the line says, for those who look at the wire.
     *
     * @param line as it stood there, without its end
     * @param meaning empty for an event of a newer server, which this version has no word for
     */
    default void received(String line, Optional<Delivery> meaning) {
        // Most want to know what was said, not how it was spelt.
    }

    /** Something arrived, an answer or a happening. */
    void delivered(Delivery delivery);

    /** Nothing more will arrive. Called exactly once. */
    void ended(Disconnected why);
}
