package parley.scenarios.language;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rest of a step, and the time at its end if there is one: {@code bob leave within 500ms}.
 *
 * @param words what comes before the time
 */
record Timed(Words words, @Nullable Duration within) {

    private static final Pattern WITHIN = Pattern.compile("(?:^|(.*)[ \t])within[ \t]+(\\d{1,6}) ?(ms|s|m)");

    static Timed read(Words words) {
        Slice left = words.left();
        Matcher matcher = WITHIN.matcher(left.text());
        return matcher.matches()
                ? new Timed(new Words(left.part(0, Math.max(0, matcher.end(1)))), duration(matcher))
                : new Timed(words, null);
    }

    private static Duration duration(Matcher matcher) {
        long number = Long.parseLong(matcher.group(2));
        return switch (matcher.group(3)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
        };
    }
}
