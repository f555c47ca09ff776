package parley.scenarios.run;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.scenarios.language.Kind;
import parley.scenarios.language.Match;
import parley.scenarios.language.Pattern;
import parley.scenarios.language.Phrase;
import parley.scenarios.language.Shown;
import parley.scenarios.language.Sight;

/**
 * How far something that came is what was to be seen, which is of the same kind.
 *
 * @param values what came, one for each blank of the kind's form
 * @param fitting how many of them are as they should be
 * @param miss which is the first that is not; -1 if all are
 * @param at where in that one it goes wrong
 * @param captures what is captured if all fit
 */
record Likeness(List<String> values, int fitting, int miss, int at, Map<String, String> captures) {

    /** The more alike, the greater. */
    static final Comparator<Likeness> ORDER =
            Comparator.comparingInt(Likeness::fitting).thenComparingInt(Likeness::at);

    /** Compares; empty if it is of another kind. */
    static Optional<Likeness> of(Sight sight, Entry entry, String nick, Map<String, String> captures) {
        if (sight.kind() == Kind.LINE) {
            return Optional.of(of(sight, List.of(entry.line()), captures));
        }
        return Seen.of(entry.event(), nick).filter(seen -> seen.kind() == sight.kind())
                .map(seen -> of(sight, seen.values(), captures));
    }

    private static Likeness of(Sight sight, List<String> values, Map<String, String> captures) {
        Likeness likeness = new Likeness(values, 0, -1, 0, captures);
        for (int i = 0; i < values.size(); i++) {
            Pattern pattern = sight.patterns().get(i);
            if (pattern != null) {
                likeness = likeness.with(i, pattern.match(values.get(i), likeness.captures()));
            }
        }
        return likeness;
    }

    private Likeness with(int value, Match match) {
        return switch (match) {
            case Match.Yes yes -> new Likeness(values, fitting + 1, miss, at, yes.captures());
            case Match.No no when miss < 0 -> new Likeness(values, fitting, value, no.at(), captures);
            case Match.No no -> this;
        };
    }

    boolean complete() {
        return miss < 0;
    }

    /**
     * Puts it beside what was to be seen.
     *
     * @param known what had been captured before
     */
    Comparison beside(Sight sight, Map<String, String> known) {
        Phrase phrase = sight.phrase(values);
        return Comparison.of(sight, phrase.text(), complete() ? -1 : caret(phrase), known);
    }

    private int caret(Phrase phrase) {
        int start = phrase.starts().get(miss);
        return start < 0 ? phrase.text().length() : start + Shown.plain(values.get(miss).substring(0, at)).length();
    }
}
