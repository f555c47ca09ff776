package parley.scenarios.recording;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.protocol.recording.Marks;
import parley.scenarios.language.Shown;

/** Writes values as steps have them. */
final class StepText {

    private static final Pattern NEEDS_QUOTES =
            Pattern.compile(
                    "^$|^[\\s\"/]|\\s$|^(?:in|to|from|as|of|at|with|because)\\b|\\b(?:within|because|at|times) ");

    private StepText() {
    }

    /** A text that a client sends. */
    static String text(String value) {
        return quoted(escaped(value, "\\{"));
    }

    /** A text that stands where one word does. */
    static String word(String value) {
        return value.indexOf(' ') < 0 ? value : '"' + value.replace("\"", "\\\"") + '"';
    }

    /** A pattern that this text alone fits. */
    static String pattern(String value) {
        return quoted(escaped(value, "\\{*"));
    }

    /** The same with {@code *} in it for what varies. */
    static String wild(String pattern) {
        return quoted(pattern);
    }

    static String escaped(String value, String signs) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean environment = value.startsWith("{env.", i);
            escaped.append(signs.indexOf(c) >= 0 && !environment ? "\\" : "").append(c);
        }
        return escaped.toString();
    }

    private static String quoted(String escaped) {
        String plain = Shown.plain(escaped);
        return NEEDS_QUOTES.matcher(plain).find() ? '"' + plain.replace("\"", "\\\"") + '"' : plain;
    }

    /** What comes after a word if there is a value. */
    static String after(String word, @Nullable String value) {
        return value == null || value.isEmpty() ? "" : " " + word + " " + text(value);
    }

    /** Secrets as a scenario has them: out of the environment. */
    static String secrets(String line, Marks marks) {
        String text = line;
        for (String name : marks.secrets()) {
            text = text.replace("${" + name + "}", "{env." + name + "}");
        }
        return text;
    }
}
