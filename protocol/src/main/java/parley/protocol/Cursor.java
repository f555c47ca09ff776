package parley.protocol;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A position in a room's history. Opaque: only the engine that gave it out can read it or tell which of two is the
 * later; a client keeps it and hands it back. A client that has none may name a time instead.
 */
public record Cursor(String value) {

    /** No position: of what has not been committed yet; as where to resume from, that nothing was seen yet. */
    public static final Cursor NONE = new Cursor("");

    /** The position of a time, spelt like {@code 2026-01-31T12:00:00.123Z}: after what was said then, and before it. */
    public static Cursor at(Instant time) {
        return new Cursor(time.toString());
    }

    /** The time that it names, if that is what it is. */
    public Optional<Instant> time() {
        if (value.indexOf('T') < 0 || !Character.isDigit(value.charAt(0))) { // years of four digits, without a sign
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(value));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
