package parley.scenarios.language;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something in the words of the language: {@code bob say in #lobby hello}. Fit to be shown anywhere.
 *
 * @param starts where each value begins in the text; -1 for those left out
 */
public record Phrase(String text, List<Integer> starts) {

    public Phrase {
        starts = List.copyOf(starts);
    }

    /** Puts a phrase together from words and values. */
    static final class Writer {
        private final List<@Nullable String> values;
        private final StringBuilder text = new StringBuilder();
        private final List<Integer> starts = new ArrayList<>();

        Writer(List<@Nullable String> values) {
            this.values = values;
        }

        void word(String word) {
            text.append(text.isEmpty() ? "" : " ").append(word);
        }

        boolean nextIsEmpty() {
            String value = values.get(starts.size());
            return value == null || value.isEmpty();
        }

        void value() {
            String value = values.get(starts.size());
            starts.add(text.length() + (text.isEmpty() ? 0 : 1));
            word(value == null || value.isEmpty() ? "\"\"" : Shown.plain(value));
        }

        void skip() {
            starts.add(-1);
        }

        Phrase phrase() {
            return new Phrase(text.toString(), starts);
        }
    }
}
