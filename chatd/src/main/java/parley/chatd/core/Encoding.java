package parley.chatd.core;

import parley.protocol.Event;

/**
 * Turns an event that many get into the bytes of its lines, ends included. Connections whose bytes are the same have
 * the same encoding, so that an event is encoded once for all of them. Any thread.
 */
@FunctionalInterface
public interface Encoding {

    /** The bytes of an event; nobody changes them. */
    byte[] encode(Event event);
}
