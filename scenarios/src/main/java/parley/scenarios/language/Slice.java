package parley.scenarios.language;

/**
 * A part of a line.
 *
 * @param index where in the line it begins
 */
record Slice(String text, int index) {

    Slice from(int begin) {
        return part(begin, text.length());
    }

    Slice part(int begin, int end) {
        return new Slice(text.substring(begin, end), index + begin);
    }

    /** The same without the blanks at its ends. */
    Slice trimmed() {
        int begin = 0;
        int end = text.length();
        while (begin < end && blank(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && blank(text.charAt(end - 1))) {
            end--;
        }
        return part(begin, end);
    }

    /** A space that does not break counts as well: nobody sees that it is another character. */
    static boolean blank(char c) {
        return c == ' ' || c == '\t' || c == '\u00a0';
    }
}
