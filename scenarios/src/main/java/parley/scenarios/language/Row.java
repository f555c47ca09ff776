package parley.scenarios.language;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import parley.protocol.text.Suggestion;

/** Finds the row of a table that a line is of: the one whose keywords the line has, and of several the longest. */
final class Row {

    private Row() {
    }

    /**
     * Takes the keywords of a row off the line and returns the row.
     *
     * @param what what the rows are, for the one who wrote none of them
     */
    static <R> R find(Words words, Collection<R> rows, Function<R, Form> form, String what) throws Mistake {
        Optional<R> found = rows.stream().filter(row -> isOf(form.apply(row), words))
                .max(Comparator.comparingInt(row -> form.apply(row).keywords().size()));
        if (found.isPresent()) {
            form.apply(found.get()).keywords().forEach(keyword -> words.next());
            return found.get();
        }
        throw unknown(words, rows.stream().map(form).toList(), what);
    }

    static boolean isOf(Form form, Words words) {
        return common(form, words) == form.keywords().size();
    }

    private static int common(Form form, Words words) {
        List<String> keywords = form.keywords();
        Words ahead = words.copy();
        int common = 0;
        while (common < keywords.size()
                && same(keywords.get(common), ahead.peek().text(), form.isVerb() && common == 0)) {
            ahead.next();
            common++;
        }
        return common;
    }

    /** Several clients do what one does: {@code alice and bob say}. */
    private static boolean same(String keyword, String word, boolean verb) {
        return word.equals(keyword) || (verb && word.equals(plural(keyword)));
    }

    private static String plural(String verb) {
        return verb.equals("does") ? "do" : verb.substring(0, verb.length() - 1);
    }

    private static Mistake unknown(Words words, List<Form> rows, String what) {
        int common = rows.stream().mapToInt(row -> common(row, words)).max().orElse(0);
        List<String> choices = rows.stream().filter(row -> common(row, words) == common)
                .map(row -> row.keywords().get(common)).distinct().toList();
        for (int i = 0; i < common; i++) {
            words.next();
        }
        Slice word = words.peek();
        String near = Suggestion.nearest(word.text(), choices).map(choice -> "did you mean " + choice + "?")
                .orElseGet(() -> "there " + (choices.size() == 1 ? "is " : "are ")
                        + choices.stream().collect(Collectors.joining(", ")));
        return word.text().isEmpty()
                ? new Mistake(word, "here is missing " + what + ": " + near)
                : new Mistake(word, "\"" + word.text() + "\" is not " + what + "; " + near);
    }
}
