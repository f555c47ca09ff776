package parley.scenarios.language;

/**
 * A line as it was written, which is what reports and problems show.
 *
 * @param source the file as the person named it; empty for a step that comes from no file
 * @param line from 1
 * @param text the whole line, without its end
 */
public record Written(String source, int line, String text) {

    /** Where the character at this index stands. */
    Place place(int index) {
        return new Place(source, line, text.codePointCount(0, Math.min(index, text.length())) + 1);
    }

    /** The line without a secret that is in it. */
    Written hiding(Slice secret) {
        int end = secret.index() + secret.text().length();
        return new Written(source, line, text.substring(0, secret.index()) + "•••" + text.substring(end));
    }

    /** The line under the name it can be found by: {@code welcome.chat:3: alice connects}. */
    @Override
    public String toString() {
        return source.isEmpty() ? text.strip() : source + ":" + line + ": " + text.strip();
    }
}
