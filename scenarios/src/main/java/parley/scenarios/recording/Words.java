package parley.scenarios.recording;

import java.util.Arrays;

/** Texts as words. */
final class Words {

    private static final String WITHIN_NICKS = "-_[]\\`^{}|";

    private Words() {
    }

    /** Whether both have the same words, in whatever order. */
    static boolean same(String one, String other) {
        return one.equals(other) || Arrays.equals(sorted(one), sorted(other));
    }

    private static String[] sorted(String text) {
        String[] words = text.strip().split(" +");
        Arrays.sort(words);
        return words;
    }

    /** Puts another word in the place of each occurrence that is not part of a longer one. */
    static String replace(String text, String word, String other) {
        int at = text.indexOf(word);
        if (at < 0 || word.isEmpty()) {
            return text;
        }
        StringBuilder replaced = new StringBuilder();
        int from = 0;
        for (; at >= 0; at = text.indexOf(word, from)) {
            boolean whole = !joins(text, at - 1) && !joins(text, at + word.length());
            replaced.append(text, from, at).append(whole ? other : word);
            from = at + word.length();
        }
        return replaced.append(text, from, text.length()).toString();
    }

    private static boolean joins(String text, int index) {
        if (index < 0 || index >= text.length()) {
            return false;
        }
        char c = text.charAt(index);
        return Character.isLetterOrDigit(c) || WITHIN_NICKS.indexOf(c) >= 0;
    }
}
