package parley.protocol.irc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes one line apart, from left to right. Words are parted by one space or more, and by nothing else. */
final class LineParser {

    private final String line;
    private int at;

    LineParser(String line) {
        this.line = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    Optional<IrcLine> line() {
        if (Spelling.breaksLine(line)) {
            return Optional.empty();
        }
        skipSpaces();
        Map<String, String> tags = next('@') ? tags(word()) : Map.of();
        skipSpaces();
        String source = next(':') ? emptyToNull(word()) : null;
        skipSpaces();
        String verb = word();
        return Spelling.isVerb(verb) ? Optional.of(new IrcLine(tags, source, verb, params())) : Optional.empty();
    }

    private List<String> params() {
        List<String> params = new ArrayList<>();
        for (skipSpaces(); at < line.length(); skipSpaces()) {
            params.add(next(':') ? rest() : word());
        }
        return params;
    }

    private static Map<String, String> tags(String text) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String tag : text.split(";", -1)) {
            int equals = tag.indexOf('=');
            String key = equals < 0 ? tag : tag.substring(0, equals);
            if (Spelling.isTagKey(key)) {
                tags.put(key, equals < 0 ? "" : TagValue.unescape(tag.substring(equals + 1)));
            }
        }
        return tags;
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Passes over the mark if it comes next. */
    private boolean next(char mark) {
        boolean found = at < line.length() && line.charAt(at) == mark;
        at += found ? 1 : 0;
        return found;
    }

    private void skipSpaces() {
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
    }

    private String word() {
        int space = line.indexOf(' ', at);
        int end = space < 0 ? line.length() : space;
        String word = line.substring(at, end);
        at = end;
        return word;
    }

    private String rest() {
        String rest = line.substring(at);
        at = line.length();
        return rest;
    }
}
