package parley.scenarios.language;

/** How texts look on a terminal and in a report: no control character gets there, and each line stays one line. */
public final class Shown {

    private Shown() {
    }

    /** The text with control and format characters written as escapes of the language. */
    public static String plain(String text) {
        if (text.codePoints().noneMatch(Shown::hidden)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> shown.append(hidden(c) ? escape(c) : Character.toString(c)));
        return shown.toString();
    }

    /** A joiner is part of many emoji and says nothing to a terminal. */
    private static boolean hidden(int c) {
        int type = Character.getType(c);
        return c != '\u200d' && (type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR);
    }

    private static String escape(int c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> "\\u{%x}".formatted(c);
        };
    }
}
