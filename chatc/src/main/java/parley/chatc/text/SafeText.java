package parley.chatc.text;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes out of a text all that is an instruction to a terminal rather than something to read.
 *
 * <p>A control character that has a picture is shown as that picture ({@code ␛} for ESC), so that a reader sees that
 * something was there; one that has none, half a surrogate pair and a noncharacter become {@code U+FFFD}. Format
 * characters, among them all that override the writing direction, are left out: they have no form of their own. Two of
 * those stay, because words and emoji are spelt with them: the joiner U+200D and the non-joiner U+200C.
 *
 * <p>Sequences that set colours and nothing else (SGR, ECMA-48 section 8.3.117) are left out as a whole: they come with
 * every build's log, and to show them would hide what it says.
 */
public final class SafeText {

    private static final Pattern LINE_END = Pattern.compile("\r?\n");
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;:]*m");
    private static final String NEWLINE = "⏎";
    private static final String TAB = "    ";
    private static final int PICTURES = 0x2400;
    private static final char ESCAPE = 0x1b;
    private static final int DELETE = 0x7f;
    private static final int PICTURE_OF_DELETE = 0x2421;
    private static final int REPLACEMENT = 0xfffd;
    private static final int NON_JOINER = 0x200c;
    private static final int JOINER = 0x200d;

    private SafeText() {
    }

    /** The text on one line: where it had a line end there is {@code ⏎}. A tab stays a tab. */
    public static String line(String text) {
        return clean(LINE_END.matcher(text).replaceAll(NEWLINE));
    }

    /** The lines of the text, at least one; a tab is four spaces, because a line that is edited cannot hold one. */
    public static List<String> lines(String text) {
        List<String> lines = LINE_END.splitAsStream(text).map(line -> clean(line).replace("\t", TAB)).toList();
        return lines.isEmpty() ? List.of("") : lines;
    }

    /** A line of JSON in which what is no text to be shown is spelt as JSON can: the value stays the same. */
    public static String json(String line) {
        if (isSafe(line)) {
            return line;
        }
        StringBuilder safe = new StringBuilder(line.length() + 16);
        line.codePoints().forEach(c -> {
            if (shown(c) == c) {
                safe.appendCodePoint(c);
            } else {
                Character.toString(c).chars().forEach(unit -> safe.append("\\u%04x".formatted(unit)));
            }
        });
        return safe.toString();
    }

    private static boolean isSafe(String line) {
        return line.codePoints().allMatch(c -> shown(c) == c);
    }

    private static String clean(String coloured) {
        String line = coloured.indexOf(ESCAPE) < 0 ? coloured : COLOUR.matcher(coloured).replaceAll("");
        if (isSafe(line)) {
            return line;
        }
        StringBuilder clean = new StringBuilder(line.length());
        line.codePoints().map(SafeText::shown).filter(c -> c >= 0).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** What is shown for a code point; negative if nothing is. */
    private static int shown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> control(c);
            case Character.FORMAT -> c == JOINER || c == NON_JOINER ? c : -1;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> REPLACEMENT;
            case Character.UNASSIGNED -> isNoncharacter(c) ? REPLACEMENT : c;
            default -> c;
        };
    }

    private static int control(int c) {
        if (c == '\t') {
            return c;
        }
        if (c == DELETE) {
            return PICTURE_OF_DELETE;
        }
        return c < ' ' ? PICTURES + c : REPLACEMENT;
    }

    /** The 66 code points that will never be characters (Unicode, section 23.7). */
    private static boolean isNoncharacter(int c) {
        return (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
    }
}
