package parley.protocol.irc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text that is too long, or has several lines, into what fits into lines of IRC. Nothing but line ends is lost.
 */
public final class Pieces {

    private static final char FIRST_TRAIL = 0x80;
    private static final char END_OF_TRAILS = 0xC0;

    private Pieces() {
    }

    /**
     * The text's lines, each in pieces of at most so many bytes of UTF-8; characters stay whole. Empty lines are left
     * out: IRC cannot say nothing.
     */
    public static List<String> of(String text, int most) {
        List<String> pieces = new ArrayList<>();
        text.lines().filter(line -> !line.isEmpty()).forEach(line -> cut(line, most, pieces));
        return pieces;
    }

    private static void cut(String line, int most, List<String> pieces) {
        if (line.length() * 3 <= most) {
            pieces.add(line);
            return;
        }
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        int from = 0;
        while (from < bytes.length) {
            int to = end(bytes, from, most);
            pieces.add(new String(bytes, from, to - from, StandardCharsets.UTF_8));
            from = to;
        }
    }

    /** As much of the text's beginning as has at most so many bytes. */
    public static String first(String text, int most) {
        if (text.length() * 3 <= most) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= most ? text : new String(bytes, 0, end(bytes, 0, most), StandardCharsets.UTF_8);
    }

    private static int end(byte[] bytes, int from, int most) {
        int to = Math.min(bytes.length, from + Math.max(most, 4)); // a character has up to four
        while (to < bytes.length && isTrail(bytes[to])) {
            to--;
        }
        return to;
    }

    private static boolean isTrail(byte one) {
        int value = Byte.toUnsignedInt(one);
        return value >= FIRST_TRAIL && value < END_OF_TRAILS;
    }
}
