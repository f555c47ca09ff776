package parley.scenarios.run;

import java.util.LinkedHashMap;
import java.util.Map;
import parley.scenarios.language.Given;
import parley.scenarios.language.Sight;

/**
 * What was to be seen beside what came.
 *
 * @param expected what was to be seen, or not
 * @param came what came instead, or came nearest to it; empty if nothing of that kind did
 * @param caret where in {@code came} the two part; -1 if they have nothing in common
 * @param captures what the names in {@code expected} stand for, as far as it was known
 */
public record Comparison(String expected, String came, int caret, Map<String, String> captures) {

    /** Two that have nothing in common. */
    Comparison(String expected, String came) {
        this(expected, came, -1, Map.of());
    }

    static Comparison of(Sight sight, String came, int caret, Map<String, String> known) {
        Map<String, String> captures = new LinkedHashMap<>(known);
        captures.keySet().retainAll(sight.names());
        captures.keySet().removeIf(Given::isOfEnvironment); // which has secrets
        return new Comparison(sight.phrase().text(), came, caret, captures);
    }
}
