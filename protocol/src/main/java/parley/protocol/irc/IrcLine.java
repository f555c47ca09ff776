package parley.protocol.irc;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of IRC without its end: {@code @tags :source VERB param … :last param}. A line that cannot be spelt cannot be
 * made, so that no text ever becomes a second line, or a second parameter.
 *
 * @param tags in their order, values unescaped; one without a value has an empty one, which means the same
 * @param source who it comes from, like {@code alice!a@host} or {@code irc.example.org}; clients send none
 * @param verb a command or a numeric, as it was written
 * @param params all but the last are single words; the last may have spaces, be empty, or begin with a colon
 */
public record IrcLine(Map<String, String> tags, @Nullable String source, String verb, List<String> params) {

    /** The longest line in bytes with its {@code \r\n}, its tags not counted (RFC 1459, section 2.3). */
    public static final int MOST_BYTES = 512;

    /** The most bytes that tags take, with their {@code @} and the space behind them (IRCv3 message-tags). */
    public static final int MOST_TAG_BYTES = 8191;

    /** The same for what a client may send. */
    public static final int MOST_CLIENT_TAG_BYTES = 4096;

    /** @throws IllegalArgumentException if it cannot be spelt as one line */
    public IrcLine {
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
        params = List.copyOf(params);
        Spelling.check(tags, source, verb, params);
    }

    /** A line without tags and source, as clients send it. */
    public static IrcLine of(String verb, String... params) {
        return new IrcLine(Map.of(), null, verb, List.of(params));
    }

    /** The same line from somebody. */
    public IrcLine from(String newSource) {
        return new IrcLine(tags, newSource, verb, params);
    }

    /** The same line with one more tag, or another value of it. */
    public IrcLine tagged(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(tags);
        more.put(key, value);
        return new IrcLine(more, source, verb, params);
    }

    /** The parameter at that place, counted from 0; null if there are not so many. */
    public @Nullable String param(int index) {
        return index < params.size() ? params.get(index) : null;
    }

    /**
     * Reads a line, which may be anything at all.
     *
     * @param line without {@code \n}; a {@code \r} at its end belongs to the line end
     * @return empty if there is no verb, or if there is a U+0000 or a {@code \r} within it
     */
    public static Optional<IrcLine> read(String line) {
        return new LineParser(line).line();
    }

    /** Whether a text has what no line has within it, so that it can stand in none. */
    public static boolean breaksLine(String text) {
        return Spelling.breaksLine(text);
    }

    /** The line as it goes over the wire, without its end. */
    public String spell() {
        return Spelling.spell(this);
    }

    @Override
    public String toString() {
        return spell();
    }
}
