package parley.protocol;

import org.jspecify.annotations.Nullable;

/**
 * What is to be different in a room; what is null stays as it is.
 *
 * @param access who may take a seat
 * @param moderated whether only those with a voice may speak
 * @param topicLocked whether only operators may set the topic
 * @param hidden whether only its members find it in the list of rooms
 * @param limit how many seats there are; 0 for no limit
 * @param key what must be known to take a seat; empty for nothing
 */
public record RoomChange(@Nullable Access access, @Nullable Boolean moderated, @Nullable Boolean topicLocked,
        @Nullable Boolean hidden, @Nullable Integer limit, @Nullable Password key) {

    /** Everything stays as it is. */
    public static final RoomChange NONE = new RoomChange(null, null, null, null, null, null);

    /** This change, and after it another. */
    public RoomChange then(RoomChange next) {
        return new RoomChange(later(access, next.access), later(moderated, next.moderated),
                later(topicLocked, next.topicLocked), later(hidden, next.hidden), later(limit, next.limit),
                later(key, next.key));
    }

    private static <T> @Nullable T later(@Nullable T first, @Nullable T next) {
        return next == null ? first : next;
    }
}
