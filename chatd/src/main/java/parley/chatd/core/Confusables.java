package parley.chatd.core;

import com.ibm.icu.text.SpoofChecker;

/**
 * Which folded names look the same: {@code alice}, and {@code аlice} with a Cyrillic а (Unicode Technical Standard 39,
 * section 4). What ASCII can tell apart stays apart, though a font may draw {@code rn} like {@code m}.
 */
final class Confusables {

    private static final int FIRST_BEYOND_ASCII = 0x80;

    private Confusables() {
    }

    /** A text that is the same for all names that look like this one. */
    static String skeleton(String folded) {
        if (folded.chars().allMatch(c -> c < FIRST_BEYOND_ASCII)) {
            return folded;
        }
        StringBuilder skeleton = new StringBuilder();
        folded.codePoints().forEach(c -> skeleton.append(skeleton(c)));
        return skeleton.toString();
    }

    private static String skeleton(int codePoint) {
        String letter = Character.toString(codePoint);
        return codePoint < FIRST_BEYOND_ASCII ? letter : Tables.CHECKER.getSkeleton(letter);
    }

    /** Loaded when the first name needs it: a server that hears ASCII only never pays for it. */
    private static final class Tables {
        private static final SpoofChecker CHECKER =
                new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();
    }
}
