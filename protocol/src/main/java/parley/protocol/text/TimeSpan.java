package parley.protocol.text;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a length of time is written everywhere: {@code 250ms}, {@code 30s}, {@code 1.5m}, {@code 12h}, {@code 7d}. */
public final class TimeSpan {

    /** The longest, which is for ever; what is longer leaves the calendar. */
    public static final Duration LONGEST = Duration.ofDays(1_000_000);

    private static final BigDecimal MOST_MILLIS = BigDecimal.valueOf(LONGEST.toMillis());
    private static final Pattern FORM = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,3})?)(ms|s|m|h|d)");

    private TimeSpan() {
    }

    /** Reads a span of whole milliseconds, at least one and at most {@link #LONGEST}; empty if the text is none. */
    public static Optional<Duration> read(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        BigDecimal millis = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(millis(matcher.group(2))));
        boolean fits =
                millis.stripTrailingZeros().scale() <= 0 && millis.signum() > 0 && millis.compareTo(MOST_MILLIS) <= 0;
        return fits ? Optional.of(Duration.ofMillis(millis.longValue())) : Optional.empty();
    }

    private static long millis(String unit) {
        return switch (unit) {
            case "ms" -> 1;
            case "s" -> 1000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            default -> 86_400_000;
        };
    }

    /** Writes a span in the largest unit that leaves no fraction. */
    public static String write(Duration span) {
        long millis = span.toMillis();
        for (String unit : new String[]{"d", "h", "m", "s"}) {
            if (millis != 0 && millis % millis(unit) == 0) {
                return millis / millis(unit) + unit;
            }
        }
        return millis + "ms";
    }
}
