package parley.scenarios.run;

import java.util.ArrayList;
import java.util.List;
import parley.scenarios.language.Shown;

/** Writes a failure down for people. */
final class FailureText {

    /** How much of a long line is shown on either side of where it goes wrong. */
    private static final int AROUND = 70;

    private final List<String> lines = new ArrayList<>();

    private FailureText() {
    }

    static String of(Failure failure) {
        FailureText text = new FailureText();
        text.lines.add(Shown.plain(failure.problem()));
        failure.comparison().ifPresent(text::compare);
        failure.witnesses().forEach(text::hear);
        return String.join("\n", text.lines);
    }

    private void compare(Comparison comparison) {
        int begin = Math.max(0, comparison.caret() - AROUND);
        lines.add("  expected  " + cut(comparison.expected(), begin));
        if (comparison.came().isEmpty()) {
            lines.add("  nothing of that kind came");
        } else {
            String shown = cut(comparison.came(), begin);
            lines.add((comparison.caret() < 0 ? "  came      " : "  nearest   ") + shown);
            point(comparison.caret() - begin + (begin > 0 ? 1 : 0), shown);
        }
        comparison.captures()
                .forEach((name, value) -> lines.add("  where     {" + name + "} is " + cut(Shown.plain(value), 0)));
    }

    private void point(int caret, String shown) {
        if (caret >= 0) {
            int columns = shown.codePointCount(0, Math.min(caret, shown.length()));
            lines.add("            " + " ".repeat(columns) + "^");
        }
    }

    /** The part of a text that matters, which begins at the same place in both lines, so that they can be compared. */
    private static String cut(String text, int begin) {
        int end = Math.min(text.length(), begin + 2 * AROUND);
        return begin >= end
                ? text.substring(0, Math.min(text.length(), 2 * AROUND))
                : (begin > 0 ? "…" : "") + text.substring(begin, end) + (end < text.length() ? "…" : "");
    }

    private void hear(Failure.Witness witness) {
        lines.add(witness.heading() + (witness.lines().isEmpty() ? ": nothing" : ":"));
        witness.lines().forEach(line -> lines.add("    " + cut(line, 0)));
    }
}
