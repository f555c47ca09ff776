package parley.protocol.irc;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can stand in a line, and how it is put together. */
final class Spelling {

    private Spelling() {
    }

    static void check(Map<String, String> tags, @Nullable String source, String verb, List<String> params) {
        require(isVerb(verb), "a verb is one word, not ", verb);
        require(source == null || isSingle(source), "a source is one word, not ", source);
        tags.forEach((key, value) -> {
            require(isTagKey(key), "a tag's key is letters, digits and signs, not ", key);
            require(value.indexOf('\0') < 0, "a tag's value is without U+0000, not ", value);
        });
        for (int i = 0; i < params.size(); i++) {
            String param = params.get(i);
            require(i == params.size() - 1 ? !breaksLine(param) : isWord(param),
                    "only the last parameter is more than a word, and none more than a line, not ", param);
        }
    }

    private static void require(boolean right, String sentence, @Nullable String found) {
        if (!right) {
            throw new IllegalArgumentException(sentence + '"' + found + '"');
        }
    }

    /** Whether it can stand without a colon before it. */
    static boolean isWord(String text) {
        return isSingle(text) && text.charAt(0) != ':';
    }

    /** Whether it can be a verb: what begins with an {@code @} would be taken for tags. */
    static boolean isVerb(String text) {
        return isWord(text) && text.charAt(0) != '@';
    }

    private static boolean isSingle(String text) {
        return !text.isEmpty() && text.indexOf(' ') < 0 && !breaksLine(text);
    }

    /** Whether it has what no line has within it. */
    static boolean breaksLine(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0 || text.indexOf('\0') >= 0;
    }

    /** The same text with a space for what no line has within it. */
    static String onOneLine(String text) {
        return breaksLine(text) ? text.replace('\n', ' ').replace('\r', ' ').replace('\0', ' ') : text;
    }

    /** A key: {@code +} if it is a client's own, a vendor's host and a slash perhaps, and a name. */
    static boolean isTagKey(String key) {
        String name = key.startsWith("+") ? key.substring(1) : key;
        return !name.isEmpty() && name.chars().noneMatch(c -> c == '=' || c == ';' || c == ' ')
                && !breaksLine(name);
    }

    static String spell(IrcLine line) {
        StringBuilder text = new StringBuilder();
        appendTags(text, line.tags());
        if (line.source() != null) {
            text.append(':').append(line.source()).append(' ');
        }
        text.append(line.verb());
        for (int i = 0; i < line.params().size(); i++) {
            String param = line.params().get(i);
            text.append(isWord(param) ? " " : " :").append(param);
        }
        return text.toString();
    }

    private static void appendTags(StringBuilder text, Map<String, String> tags) {
        char mark = '@';
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            text.append(mark).append(tag.getKey());
            if (!tag.getValue().isEmpty()) {
                text.append('=').append(TagValue.escape(tag.getValue()));
            }
            mark = ';';
        }
        if (!tags.isEmpty()) {
            text.append(' ');
        }
    }
}
