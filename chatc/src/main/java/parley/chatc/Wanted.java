package parley.chatc;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.chatc.text.Sought;

/**
 * Which messages a command is about.
 *
 * @param from who has to have said them; null for anybody
 * @param match what their text has to have in it; null for anything
 */
record Wanted(@Nullable String from, @Nullable Sought match) {

    static Wanted of(@Nullable String from, @Nullable Pattern match, Consumer<String> notes) {
        return new Wanted(from, match == null ? null : new Sought(match, notes));
    }

    boolean has(String nick, String text) {
        return isFrom(nick) && (match == null || match.in(text, nick).isPresent());
    }

    private boolean isFrom(String nick) {
        return from == null || from.equalsIgnoreCase(nick);
    }
}
