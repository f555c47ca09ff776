package parley.chatc.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into pieces that each fit one message. Nothing is added and nothing lost: put together again, the pieces
 * are the text. A cut is between two code points, and regards neither words nor graphemes.
 */
public final class Pieces {

    /** The longest message in bytes of UTF-8: the limit of a server that nobody has configured otherwise. */
    public static final int MAX_BYTES = 8192;

    /** The longest message in bytes as JSON spells it: a line has 16 KiB, of which names and braces need little. */
    private static final int MAX_SPELT = 15 * 1024;
    /** What JSON makes of one char of UTF-16, at the most: {@code \\u001b}. */
    private static final int MOST_A_CHAR = 6;

    private Pieces() {
    }

    /** The pieces in order, none empty; none at all of an empty text. */
    public static List<String> of(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        return text.length() <= Math.min(MAX_BYTES, MAX_SPELT) / MOST_A_CHAR ? List.of(text) : cut(text);
    }

    private static List<String> cut(String text) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        int bytes = 0;
        int spelt = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (bytes + bytes(c) > MAX_BYTES || spelt + spelt(c) > MAX_SPELT) {
                pieces.add(text.substring(start, i));
                start = i;
                bytes = 0;
                spelt = 0;
            }
            bytes += bytes(c);
            spelt += spelt(c);
        }
        pieces.add(text.substring(start));
        return pieces;
    }

    private static int bytes(int codePoint) {
        return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }

    private static int spelt(int codePoint) {
        return switch (codePoint) {
            case '"', '\\' -> 2;
            case '\u2028', '\u2029' -> MOST_A_CHAR;
            default -> codePoint < ' ' ? MOST_A_CHAR : bytes(codePoint);
        };
    }

    /** Whether the text fits one message. */
    public static boolean fits(String text) {
        return of(text).size() <= 1;
    }

    /** The text's length in bytes of UTF-8. */
    public static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
