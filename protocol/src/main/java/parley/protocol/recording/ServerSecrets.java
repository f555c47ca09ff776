package parley.protocol.recording;

import com.google.gson.JsonPrimitive;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The secrets in the configuration of a server: the keys of its rooms, and what looks like a secret anywhere. A password
 * is there as a hash, and stays.
 */
public final class ServerSecrets {

    private static final Pattern LINE = Pattern.compile(".+");
    private static final Pattern HASH = Pattern.compile("[\"'](?:\\$argon2|SCRAM-SHA-)");
    private static final Pattern TABLE = Pattern.compile("^[ \\t]*\\[+[ \\t]*([\\w-]+)", Pattern.MULTILINE);
    /** A string of TOML 1.0: basic or literal, on several lines or on one. */
    private static final Pattern KEY = Pattern.compile("(?<![\\w.-])([\"']?key[\"']?[ \\t]*=[ \\t]*)"
            + "(?:\"{3}\\R?(?<basics>(?s:.*?))\"{3}|'{3}\\R?(?<literals>(?s:.*?))'{3}"
            + "|\"(?<basic>(?:[^\"\\\\\\n]|\\\\.)*)\"|'(?<literal>[^'\\n]*)')");

    private ServerSecrets() {
    }

    /**
     * Takes them out.
     *
     * @param key gives what stands in place of a room's key
     * @param anywhere the same for any text
     */
    static String redact(String toml, UnaryOperator<String> key, UnaryOperator<String> anywhere) {
        String keyless = KEY.matcher(toml).replaceAll(found -> Matcher.quoteReplacement(isFile(toml, found)
                ? found.group()
                : found.group(1) + basic(key.apply(value(found)))));
        return LINE.matcher(keyless).replaceAll(line -> Matcher.quoteReplacement(
                HASH.matcher(line.group()).find() ? line.group() : anywhere.apply(line.group())));
    }

    /** A listener's key is in a file, whose name is no secret. */
    private static boolean isFile(String toml, MatchResult found) {
        String table = "";
        Matcher tables = TABLE.matcher(toml).region(0, found.start());
        while (tables.find()) {
            table = tables.group(1);
        }
        return table.equals("listen");
    }

    private static String value(MatchResult found) {
        for (String kind : new String[]{"literals", "literal", "basics"}) {
            if (found.group(kind) != null) {
                return found.group(kind);
            }
        }
        String quoted = '"' + found.group("basic") + '"';
        return EntryCodec.object("{\"key\":" + quoted + "}").map(it -> it.get("key").getAsString())
                .orElse(found.group("basic"));
    }

    /** What JSON escapes in a string, TOML reads as the same. */
    private static String basic(String value) {
        return new JsonPrimitive(value).toString();
    }

    /**
     * Puts them in again.
     *
     * @param placeholders what each secret is written as, and the secret
     */
    public static String fill(String toml, Map<String, String> placeholders) {
        String filled = toml;
        for (Map.Entry<String, String> secret : placeholders.entrySet()) {
            String quoted = basic(secret.getValue());
            filled = filled.replace(secret.getKey(), quoted.substring(1, quoted.length() - 1));
        }
        return filled;
    }
}
