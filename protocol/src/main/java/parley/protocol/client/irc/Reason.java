package parley.protocol.client.irc;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why somebody went, without what servers put around it: {@code Quit: tea}, {@code "tea"}, and to the one who goes
 * {@code Closing link: (alice@192.0.2.1) [Quit: tea]}.
 */
final class Reason {

    private static final Pattern CLOSING = Pattern.compile("(?i)closing link: ?(.*)", Pattern.DOTALL);
    private static final Pattern OF_WHOM = Pattern.compile("\\S+ [(\\[](.*)[)\\]]", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("\"(.*)\"", Pattern.DOTALL);
    private static final Pattern QUIT = Pattern.compile("(?i)quit: (.*)", Pattern.DOTALL);

    private Reason() {
    }

    /** What somebody gave as a reason. */
    static String of(String text) {
        return inner(QUOTED, inner(QUIT, text));
    }

    /** What a server gives as the reason for closing a connection. */
    static String ofClosing(String text) {
        String rest = inner(CLOSING, text);
        return of(inner(OF_WHOM, rest));
    }

    private static String inner(Pattern wrapping, String text) {
        Matcher matcher = wrapping.matcher(text);
        return matcher.matches() ? matcher.group(1) : text;
    }
}
