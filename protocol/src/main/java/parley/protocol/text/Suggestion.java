package parley.protocol.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the word that was probably meant. */
public final class Suggestion {

    private Suggestion() {
    }

    /** The known word with the fewest edits from this one, if they are few; or else the only one that begins with it. */
    public static Optional<String> nearest(String word, Collection<String> known) {
        return similar(word, known).or(() -> begun(word, known));
    }

    private static Optional<String> begun(String word, Collection<String> known) {
        List<String> longer = known.stream().filter(other -> word.length() > 1 && other.startsWith(word)).toList();
        return longer.size() == 1 ? Optional.of(longer.getFirst()) : Optional.empty();
    }

    private static Optional<String> similar(String word, Collection<String> known) {
        int tolerable = Math.max(1, word.length() / 3);
        return known.stream().filter(other -> edits(word, other) <= tolerable)
                .min(Comparator.comparingInt(other -> edits(word, other)));
    }

    /**
     * How many letters must be inserted, removed, replaced or swapped with their neighbour to make one word the other
     * (optimal string alignment).
     */
    private static int edits(String from, String to) {
        int[][] edits = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : fewest(edits, from, to, i, j);
            }
        }
        return edits[from.length()][to.length()];
    }

    private static int fewest(int[][] edits, String from, String to, int i, int j) {
        int replaced = edits[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int fewest = Math.min(replaced, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(fewest, edits[i - 2][j - 2] + 1) : fewest;
    }
}
