package parley.protocol.json;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one line, field by field; a field without a value is left out. */
final class LineWriter {

    private final StringWriter target = new StringWriter(128);
    private final JsonWriter json = new JsonWriter(target);

    /** Begins a line with its first field, which says what it is. */
    LineWriter(String name, String value) {
        write(() -> json.beginObject().name(name).value(value));
    }

    LineWriter put(String name, @Nullable String value) {
        return value == null ? this : write(() -> json.name(name).value(value));
    }

    LineWriter put(String name, long value) {
        return write(() -> json.name(name).value(value));
    }

    /** Writes a flag that is true; a missing flag is false. */
    LineWriter flag(String name, boolean value) {
        return value ? write(() -> json.name(name).value(true)) : this;
    }

    LineWriter put(String name, List<String> values) {
        return array(name, values, json::value);
    }

    <T> LineWriter array(String name, List<T> values, Element<T> element) {
        return write(() -> {
            json.name(name).beginArray();
            for (T value : values) {
                element.write(value);
            }
            json.endArray();
        });
    }

    /** Writes an object inside an array. */
    void object(Runnable fields) {
        write(json::beginObject);
        fields.run();
        write(json::endObject);
    }

    String line() {
        write(json::endObject);
        return target.toString();
    }

    private LineWriter write(Step step) {
        try {
            step.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    /** Writes one element of an array. */
    interface Element<T> {
        void write(T value) throws IOException;
    }
}
