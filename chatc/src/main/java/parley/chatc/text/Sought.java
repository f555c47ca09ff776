package parley.chatc.text;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression that is looked for in what strangers write. With many expressions, Java takes time that doubles
 * with each character of a text that is made for it; so a search that takes too many steps is given up, and has found
 * nothing. Any thread.
 */
public final class Sought {

    /** So many characters are looked at; in a message of any length sensible expressions take far fewer. */
    private static final int MOST_STEPS = 5_000_000;

    private final Pattern pattern;
    private final Consumer<String> notes;
    private final AtomicBoolean noted = new AtomicBoolean();

    /** @param notes is told in a sentence of the first search that is given up */
    public Sought(Pattern pattern, Consumer<String> notes) {
        this.pattern = pattern;
        this.notes = notes;
    }

    /** Where it first is in what somebody wrote. */
    public Optional<MatchResult> in(String text, String author) {
        Matcher matcher = pattern.matcher(new Steps(text));
        try {
            return matcher.find() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
        } catch (TooMany | StackOverflowError e) {
            giveUp(author);
            return Optional.empty();
        }
    }

    private void giveUp(String author) {
        if (!noted.getAndSet(true)) {
            notes.accept("looking for " + pattern + " in what " + SafeText.line(author)
                    + " said took too long and was given up; messages like that count as without it");
        }
    }

    private static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMany() {
            super("too many steps", null, false, false);
        }
    }

    /** A text that can be looked at only so often. */
    private static final class Steps implements CharSequence {
        private final String text;
        private int left = MOST_STEPS;

        Steps(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw new TooMany();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
