package parley.chatc;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which messages a command is about.
 *
 * @param from who has to have said them; null for anybody
 * @param match what their text has to have in it; null for anything
 */
record Wanted(@Nullable String from, @Nullable Pattern match) {

    boolean has(String nick, String text) {
        return isFrom(nick) && (match == null || match.matcher(text).find());
    }

    private boolean isFrom(String nick) {
        return from == null || from.equalsIgnoreCase(nick);
    }
}
