package parley.scenarios.language;

/**
 * Something in a scenario that cannot be read.
 *
 * @param written the line it is in
 * @param index where in the line it begins
 * @param length how many characters it covers; 0 where something is missing
 * @param sentence what is wrong, and what would be right
 */
public record Problem(Written written, int index, int length, String sentence) {

    /** The most of a line that is shown on either side of what is wrong. */
    private static final int SHOWN = 80;

    /** A problem with the first occurrence of a word in the line, or with the whole line if it is not there. */
    static Problem with(String word, Written written, String sentence) {
        int index = written.text().indexOf(word);
        return index < 0
                ? new Problem(written, 0, written.text().length(), sentence)
                : new Problem(written, index, word.length(), sentence);
    }

    public Place place() {
        return written.place(index);
    }

    /** The place and the sentence, then the line with carets under what is wrong. */
    public String text() {
        String line = written.text();
        int begin = index <= SHOWN ? 0 : index - SHOWN;
        int end = Math.min(line.length(), index + SHOWN);
        String before = (begin > 0 ? "…" : "") + line.substring(begin, index);
        String shown = before + line.substring(index, end) + (end < line.length() ? "…" : "");
        int width = Math.max(1, Math.min(end, index + length) - index);
        String where = written.source().isEmpty() ? "column " + place().column() : place().toString();
        return where + ": " + sentence + "\n    " + Shown.plain(shown) + "\n    " + " ".repeat(columns(before))
                + "^".repeat(width);
    }

    private static int columns(String before) {
        String plain = Shown.plain(before);
        return plain.codePointCount(0, plain.length());
    }
}
