package parley.protocol.client;

import parley.protocol.Delivery;

/** Learns of what arrives. Called on the client's reader thread, in the order of the wire; must not block. */
public interface Listener {

    /** Something arrived, an answer or a happening. */
    void delivered(Delivery delivery);

    /** Nothing more will arrive. Called exactly once. */
    void ended(Disconnected why);
}
