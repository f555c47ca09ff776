package parley.scenarios.language;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a file on their way through the reader. Empty ones are passed over. One thread. */
final class Lines {

    private final List<Written> all;
    private int at;

    Lines(List<Written> all) {
        this.all = all;
        skipEmpty();
    }

    boolean hasNext() {
        return at < all.size();
    }

    Written next() {
        Written line = all.get(at++);
        skipEmpty();
        return line;
    }

    /** The line that stands right before this one, empty or not; null before the first. */
    @Nullable Written before(Written line) {
        return line.line() == 1 ? null : all.get(line.line() - 2);
    }

    private void skipEmpty() {
        while (hasNext() && all.get(at).text().isBlank()) {
            at++;
        }
    }

    /** Whether the next line is indented deeper than this one. */
    boolean deeper(Written head) {
        return hasNext() && indent(all.get(at)).length() > indent(head).length();
    }

    /** Takes all lines from the next one on that are indented deeper than this one, with the empty ones among them. */
    List<Written> below(Written head) {
        List<Written> below = new ArrayList<>();
        for (int i = head.line(); i < at; i++) {
            below.add(all.get(i)); // empty ones that were passed over
        }
        while (deeper(head)) {
            int begin = at;
            next();
            below.addAll(all.subList(begin, at));
        }
        return below;
    }

    static String indent(Written line) {
        return line.text().substring(0, (int) line.text().chars().takeWhile(c -> Slice.blank((char) c)).count());
    }
}
