package parley.chatd.core;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.Event.Refused;
import parley.protocol.Refusal;

/**
 * A room's name: {@code #} and one word, shown as it was first written, compared by its key.
 *
 * @param text as it is shown
 * @param key equal for names of the same room
 */
public record RoomName(String text, String key) {

    /** The longest name in characters, its {@code #} included: what IRC networks commonly allow. */
    public static final int LIMIT = 64;

    /** What concerns the whole server stands in an order of its own, as if in a room; nobody can have a seat in it. */
    public static final RoomName SERVER = new RoomName("*", "*");

    private static final String RESERVED = ":,*?\"'`/\\<>";

    /** What came of reading a room's name. */
    public sealed interface Reading {
    }

    /** It is one. */
    public record Valid(RoomName room) implements Reading {
    }

    /** It is not. */
    public record Invalid(Refused refused) implements Reading {
    }

    /** Reads a room's name. */
    public static Reading read(String text) {
        if (!text.startsWith("#")) {
            return invalid(text, "begins with #, like #lobby");
        }
        Optional<String> problem = Folding.problem(text.substring(1), LIMIT - 1, RESERVED);
        if (problem.isPresent()) {
            return invalid(text, "is # and a name that " + problem.get());
        }
        return new Valid(new RoomName(text, "#" + Folding.key(text.substring(1))));
    }

    /** Names of the same room are equal, however they are written. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RoomName name && key.equals(name.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    private static Invalid invalid(String text, String problem) {
        return new Invalid(new Refused(Refusal.ROOM_INVALID, text, "a room's name " + problem));
    }
}
