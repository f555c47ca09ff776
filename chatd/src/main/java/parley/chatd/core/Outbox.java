package parley.chatd.core;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.protocol.Delivery;
import parley.protocol.Event;

/**
 * Where a session's events go: a connection's queue, or a list in a test. Any thread.
 *
 * <p>The offers keep to this contract, because they are called in the midst of a room's fan-out:
 * <ol>
 * <li>they never block, whatever the reader at the other end does;
 * <li>what one thread offers first arrives first;
 * <li>after {@link #close} they do nothing.
 * </ol>
 */
public interface Outbox {

    /** Takes an event that others get too. */
    void offer(Shared shared);

    /** Takes an event for this session alone; {@code re} is the ref of the command it answers. */
    void offer(@Nullable String re, Event event);

    /** Takes events for this session alone, each with the ref of the command it answers. */
    void offer(List<Delivery> answers);

    /**
     * Waits until less than half of what it holds at most is waiting to be written, or it is closed. For a thread that
     * has much to offer and time to wait; never in a fan-out.
     */
    void awaitRead();

    /** How many bytes wait to be written; where nothing ever waits, none. */
    default long waitingBytes() {
        return 0;
    }

    /** Takes nothing more; the connection closes once what was taken has been written. */
    void close();

    /** Closes the connection at once, whatever has not been written. */
    void cut();
}
