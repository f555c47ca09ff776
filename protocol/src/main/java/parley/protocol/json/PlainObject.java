package parley.protocol.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the lines that come most: an object of few texts without escapes. Reading one so takes a fraction of the
 * time of the general reader. It understands nothing in a way of its own: what is not plain, it leaves to that.
 */
final class PlainObject {

    private static final int MOST_FIELDS = 8;

    private final String line;
    private final String[] names = new String[MOST_FIELDS];
    private final String[] texts = new String[MOST_FIELDS];
    private int size;
    private int at;

    private PlainObject(String line) {
        this.line = line;
    }

    /** Reads a line; null if it is not plain. */
    static @Nullable PlainObject read(String line) {
        PlainObject object = new PlainObject(line);
        return object.readFields() ? object : null;
    }

    /** The field of that name; null if there is none. */
    @Nullable JsonElement get(String name) {
        for (int i = 0; i < size; i++) {
            if (names[i].equals(name)) {
                return new JsonPrimitive(texts[i]);
            }
        }
        return null;
    }

    private boolean readFields() {
        boolean more = take('{');
        while (more && size < MOST_FIELDS) {
            String name = text();
            String text = name != null && get(name) == null && take(':') ? text() : null;
            if (name == null || text == null) {
                return false;
            }
            names[size] = name;
            texts[size++] = text;
            more = take(',');
        }
        return !more && take('}') && at == line.length();
    }

    /** Takes a text between quotes; null if it is something else, or has what needs a closer look. */
    private @Nullable String text() {
        if (!take('"')) {
            return null;
        }
        int from = at;
        for (; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '"') {
                return line.substring(from, at++);
            }
            if (c < ' ' || c == '\\' || Character.isSurrogate(c)) {
                return null;
            }
        }
        return null;
    }

    /** Takes this character, and the spaces before it, if it comes next. */
    private boolean take(char wanted) {
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        boolean taken = at < line.length() && line.charAt(at) == wanted;
        at += taken ? 1 : 0;
        return taken;
    }
}
