package parley.chatd.core;

import java.util.Optional;
import parley.protocol.Event.Refused;
import parley.protocol.Refusal;

/**
 * A nick somebody may have: one word, shown as its owner wrote it, compared by its key (RFC 8265: width and case folded,
 * normalised; and no two that look alike).
 *
 * @param text as it is shown
 * @param key equal for nicks that count as the same
 */
public record Nick(String text, String key) {

    /** What would read as a room, a list, a mask or an address somewhere. */
    private static final String RESERVED = "#&@+:,!*?\"'`$/\\<>";

    /** What came of reading a nick. */
    public sealed interface Reading {
    }

    /** It is one. */
    public record Valid(Nick nick) implements Reading {
    }

    /** It is not. */
    public record Invalid(Refused refused) implements Reading {
    }

    /** Reads a nick of at most {@code limit} characters. */
    public static Reading read(String text, int limit) {
        Optional<String> problem = Folding.problem(text, limit, RESERVED);
        if (problem.isPresent()) {
            return new Invalid(new Refused(Refusal.NICK_INVALID, text, "a nick " + problem.get()));
        }
        return new Valid(new Nick(text, key(text)));
    }

    /** The key of a text that was found to be a nick. */
    static String key(String text) {
        return Confusables.skeleton(Folding.key(text));
    }
}
