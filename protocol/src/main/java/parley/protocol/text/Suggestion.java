package parley.protocol.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that was probably meant. */
public final class Suggestion {

    private Suggestion() {
    }

    /** The known word with the fewest edits from this one, if they are few. */
    public static Optional<String> nearest(String word, Collection<String> known) {
        int tolerable = Math.max(1, word.length() / 3);
        return known.stream().filter(other -> edits(word, other) <= tolerable)
                .min(Comparator.comparingInt(other -> edits(word, other)));
    }

    /** How many letters must be inserted, removed or replaced to make one word the other (Levenshtein). */
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
