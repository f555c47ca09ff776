package parley.chatd.core;

import java.util.Locale;
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
        Optional<String> bad =
                text.codePoints().filter(c -> !allowed(c, reserved)).boxed().map(Folding::shown).findFirst();
        return bad.map(shown -> "is letters, digits and signs like - _ . without spaces; it cannot have " + shown)
                .or(() -> folded(text).isPresent()
                        ? Optional.empty()
                        : Optional.of("cannot mix writing directions like that"));
    }

    /** What is reserved is so in every width. */
    private static boolean allowed(int codePoint, String reserved) {
        String letter = Character.toString(codePoint);
        Optional<String> folded = folded("a" + letter).or(() -> folded(letter));
        return folded.isPresent() && folded.get().chars().noneMatch(c -> reserved.indexOf(c) >= 0);
    }

    private static Optional<String> folded(String text) {
        try {
            return Optional.of(key(text)).filter(key -> !key.isEmpty());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
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

    /** A pattern of names, folded as far as they are, so that both can be compared. */
    static String pattern(String text) {
        StringBuilder folded = new StringBuilder();
        text.codePoints().mapToObj(Character::toString)
                .forEach(letter -> folded.append(folded(letter).orElse(letter.toLowerCase(Locale.ROOT))));
        return Confusables.skeleton(folded.toString());
    }

    /** @throws IllegalArgumentException if the text is no name */
    static String key(String text) {
        return PrecisProfiles.USERNAME_CASE_MAPPED.enforce(text);
    }
}
