package parley.scenarios.language;

import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rest of a step, and what may stand at its end: {@code bob say hi 3 times within 500ms}.
 *
 * @param words what comes before that
 * @param times null if it is not said
 */
record Ending(Words words, @Nullable Slice times, @Nullable Duration within) {

    private static final Pattern WITHIN = Pattern.compile("(?:^|(.*)[ \t])within[ \t]+(\\d{1,6}) ?(ms|s|m)");
    private static final Pattern TIMES = Pattern.compile("(?:^|(.*)[ \t])(\\d{1,6})[ \t]+times[ \t]*");

    static Ending read(Words words) {
        Slice left = words.left();
        Matcher within = WITHIN.matcher(left.text());
        Duration time = within.matches() ? duration(within) : null;
        Slice rest = time == null ? left : left.part(0, Math.max(0, within.end(1)));
        Matcher times = TIMES.matcher(rest.text());
        return times.matches()
                ? new Ending(new Words(rest.part(0, Math.max(0, times.end(1)))),
                        rest.part(times.start(2), times.end(2)), time)
                : new Ending(time == null ? words : new Words(rest), null, time);
    }

    /** How often; once if it is not said. */
    int often() throws Mistake {
        int number = times == null ? 1 : Integer.parseInt(times.text());
        if (number == 0) {
            throw new Mistake(Objects.requireNonNull(times),
                    "what comes 0 times is what nobody sees: write does not see");
        }
        return number;
    }

    /** For a step that looks for an absence. */
    Ending once() throws Mistake {
        if (times != null) {
            throw new Mistake(times, "a number of times is for what is seen; a text that ends so stands in quotes");
        }
        return this;
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
