package parley.scenarios.language;

/**
 * Where something stands.
 *
 * @param source the file as the person named it; empty for a step that comes from no file
 * @param line from 1
 * @param column from 1, in characters
 */
public record Place(String source, int line, int column) {

    @Override
    public String toString() {
        return source + ":" + line + ":" + column;
    }
}
