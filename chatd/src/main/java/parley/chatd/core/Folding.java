package parley.chatd.core;

import java.util.Optional;
import rocks.xmpp.precis.PrecisProfiles;

/**
 * Which words can be names and which of them count as the same: the UsernameCaseMapped profile of PRECIS (RFC 8265,
 * section 3.3), so that {@code Alice}, {@code alice} and a full-width {@code ａｌｉｃｅ} are one.
 */
final class Folding {

    private Folding() {
    }

    /** What keeps the text from being a name, as the end of a sentence; empty if nothing does. */
    static Optional<String> problem(String text, int limit, String reserved) {
        int length = text.codePointCount(0, text.length());
        if (length == 0) {
            return Optional.of("has at least one character");
        }
        if (length > limit) {
            return Optional.of("has at most " + limit + " characters; this has " + length);
        }
        Optional<String> bad = text.codePoints().filter(c -> reserved.indexOf(c) >= 0 || !allowed(c)).boxed()
                .map(Folding::shown).findFirst();
        return bad.map(shown -> "is letters, digits and signs like - _ . without spaces; it cannot have " + shown)
                .or(() -> valid(text) ? Optional.empty() : Optional.of("cannot mix writing directions like that"));
    }

    private static boolean allowed(int codePoint) {
        return valid("a" + Character.toString(codePoint)) || valid(Character.toString(codePoint));
    }

    private static boolean valid(String text) {
        try {
            return !key(text).isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String shown(int codePoint) {
        return codePoint == ' '
                ? "a space"
                : Character.isISOControl(codePoint) || !Character.isDefined(codePoint)
                        || Character.getType(codePoint) == Character.FORMAT
                        ? "U+%04X".formatted(codePoint)
                : Character.toString(codePoint);
    }

    /** @throws IllegalArgumentException if the text is no name */
    static String key(String text) {
        return PrecisProfiles.USERNAME_CASE_MAPPED.enforce(text);
    }
}
