package parley.protocol;

import org.jspecify.annotations.Nullable;

/**
 * An event on its way to one client.
 *
 * @param re the ref of the command it answers; null if it answers none, or one without a ref
 */
public record Delivery(@Nullable String re, Event event) {

    /** An event that answers nothing. */
    public static Delivery of(Event event) {
        return new Delivery(null, event);
    }
}
