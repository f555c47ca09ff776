package parley.scenarios.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a step has a client do, as a pattern: held against what a program did, which is written as a step as well.
 *
 * @param form of the step, after the names of its clients
 * @param values one for each blank of the form; null for what was left out, and may be anything
 */
public record Deed(String form, List<@Nullable String> values) {

    /** What a secret is in what reports may show of a step. */
    private static final String HIDDEN = "•••";

    public Deed {
        values = java.util.Collections.unmodifiableList(new ArrayList<>(values));
    }

    /**
     * Reads a step.
     *
     * @param step which names a client and says what it does
     * @throws IllegalArgumentException if it is no such step
     */
    public static Deed of(String step) {
        try {
            Words words = new Words(new Slice(step, 0));
            var _ = Subjects.read(words);
            Form form = Row.find(words, Verb.all(), Verb::form, "something that a client does").form();
            return new Deed(form.toString(),
                    form.read(words).stream().map(slice -> slice == null ? null : slice.text()).toList());
        } catch (Mistake e) {
            throw new IllegalArgumentException("\"" + step + "\": " + e.getMessage(), e);
        }
    }

    /** Whether something is said, in a room or to somebody. */
    public boolean says() {
        return form.startsWith("says ");
    }

    /**
     * Whether both say something at the same place, where order counts; where this one names none, at any of its kind.
     */
    public boolean speaksWhere(Deed other) {
        return says() && form.equals(other.form) && fits(values.getFirst(), other.values.getFirst(), Map.of())
                .isPresent();
    }

    /**
     * Holds this against what was done: texts may have {@code *} for any run of characters, or be a regular expression.
     *
     * @param captures what names stand for
     * @return what names stand for now; empty if something else was done
     */
    public Optional<Map<String, String>> fits(Deed done, Map<String, String> captures) {
        Optional<Map<String, String>> all = form.equals(done.form) ? Optional.of(captures) : Optional.empty();
        for (int i = 0; i < values.size() && all.isPresent(); i++) {
            all = fits(values.get(i), done.values.get(i), all.get());
        }
        return all;
    }

    private static Optional<Map<String, String>> fits(@Nullable String wanted, @Nullable String done,
            Map<String, String> captures) {
        if (wanted == null || wanted.equals(HIDDEN)) {
            return Optional.of(captures);
        }
        return pattern(wanted).match(plain(Objects.requireNonNullElse(done, "")), captures) instanceof Match.Yes yes
                ? Optional.of(yes.captures())
                : Optional.empty();
    }

    /** What looks like a regular expression, and is none, is a text. */
    private static Pattern pattern(String wanted) {
        try {
            return Pattern.of(wanted);
        } catch (IllegalArgumentException e) {
            return Pattern.literal(plain(wanted));
        }
    }

    /** A text as it was sent. */
    private static String plain(String written) {
        try {
            return Template.read(new Slice(written, 0)).toString();
        } catch (Mistake e) {
            return written;
        }
    }
}
