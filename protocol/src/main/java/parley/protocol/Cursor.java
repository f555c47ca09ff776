package parley.protocol;

/**
 * A position in a room's history. Opaque: only the engine that gave it out can read it or tell which of two is the
 * later; a client keeps it and hands it back.
 */
public record Cursor(String value) {

    /** No position: of what has not been committed yet; as where to resume from, that nothing was seen yet. */
    public static final Cursor NONE = new Cursor("");

    @Override
    public String toString() {
        return value;
    }
}
