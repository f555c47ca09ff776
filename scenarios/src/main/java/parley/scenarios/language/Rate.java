package parley.scenarios.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much goes through in a second: {@code 500B/s}, {@code 10kB/s}, {@code 2MB/s}; a k is a thousand. */
final class Rate {

    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,5})(B|kB|MB)/s");

    private Rate() {
    }

    /** Bytes a second. */
    static long read(Slice word) throws Mistake {
        Matcher matcher = FORM.matcher(word.text());
        if (!matcher.matches()) {
            throw new Mistake(word,
                    "a rate is a number and B/s, kB/s or MB/s, like 10kB/s; \"" + word.text() + "\" is none");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "B" -> number;
            case "kB" -> 1000 * number;
            default -> 1_000_000 * number;
        };
    }
}
