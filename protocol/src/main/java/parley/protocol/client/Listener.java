package parley.protocol.client;

import parley.protocol.Delivery;

/** Learns of what arrives. Called on the client's reader thread, in the order of the wire; must not block. */
public interface Listener {

    /**
     * A line arrived. Called before {@link #delivered} and whatever the line says, for those who look at the wire.
     *
     * @param line as it stood there, without its end
     * @param meaning what it says, each part of which is delivered next
     */
    default void received(String line, ClientDialect.Heard meaning) {
        // Most want to know what was said, not how it was spelt.
    }

    /** Something arrived, an answer or a happening. */
    void delivered(Delivery delivery);

    /** Nothing more will arrive. Called exactly once. */
    void ended(Disconnected why);
}
