package parley.protocol.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import parley.protocol.Password;
import parley.protocol.Refusal;
import parley.protocol.WireName;
import parley.protocol.text.TimeSpan;

/** The fields of one line. Every accessor says in its exception what is wrong and what is allowed. */
final class Fields {

    private static final int SHOWN = 40;

    private final Function<String, @Nullable JsonElement> object;

    private Fields(Function<String, @Nullable JsonElement> object) {
        this.object = object;
    }

    /** Reads one line, strictly (RFC 8259); half a surrogate pair, which UTF-8 could not carry on, is not JSON either. */
    static Fields of(String line) throws Unreadable {
        PlainObject plain = PlainObject.read(line);
        return plain == null ? ofAny(line) : new Fields(plain::get);
    }

    private static Fields ofAny(String line) throws Unreadable {
        JsonElement element = parse(line);
        if (!element.isJsonObject()) {
            throw new Unreadable(Refusal.NOT_JSON, "", "a line is one JSON object, like {\"do\":\"ping\"}");
        }
        return new Fields(element.getAsJsonObject()::get);
    }

    private static JsonElement parse(String line) throws Unreadable {
        try {
            JsonReader reader = new JsonReader(new StringReader(line));
            reader.setStrictness(Strictness.STRICT);
            JsonElement element = JsonParser.parseReader(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw notJson(line);
            }
            return element;
        } catch (JsonParseException | IOException e) {
            throw notJson(line);
        }
    }

    private static Unreadable notJson(String line) {
        return new Unreadable(Refusal.NOT_JSON, "",
                "a line is one JSON object, like {\"do\":\"ping\"}; this is not: " + shown(line));
    }

    /** Enough of it to recognise it by; no character is cut in two. */
    private static String shown(String text) {
        if (text.length() <= SHOWN) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN) + "…";
    }

    /** The texts of an object inside this one; none if it is not there. */
    Map<String, String> textByName(String name) throws Unreadable {
        JsonElement value = value(name);
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof JsonObject nested)) {
            throw wrong(name, "an object like {\"#lobby\":\"42\"}", value);
        }
        Fields fields = new Fields(nested::get);
        Map<String, String> texts = new LinkedHashMap<>();
        for (String key : nested.keySet()) {
            texts.put(key, fields.text(key));
        }
        return texts;
    }

    String text(String name) throws Unreadable {
        String text = textOrNull(name);
        if (text == null) {
            throw new Unreadable(Refusal.FIELD_INVALID, name, "\"" + name + "\" is missing; it is a string");
        }
        return text;
    }

    String text(String name, String otherwise) throws Unreadable {
        String text = textOrNull(name);
        return text == null ? otherwise : text;
    }

    @Nullable String textOrNull(String name) throws Unreadable {
        JsonElement value = value(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof JsonPrimitive primitive) || !primitive.isString()) {
            throw wrong(name, "a string", value);
        }
        return primitive.getAsString();
    }

    boolean flag(String name) throws Unreadable {
        return Boolean.TRUE.equals(flagOrNull(name));
    }

    @Nullable Boolean flagOrNull(String name) throws Unreadable {
        JsonElement value = value(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof JsonPrimitive primitive) || !primitive.isBoolean()) {
            throw wrong(name, "true or false", value);
        }
        return primitive.getAsBoolean();
    }

    int count(String name, int otherwise) throws Unreadable {
        Integer count = countOrNull(name);
        return count == null ? otherwise : count;
    }

    @Nullable Integer countOrNull(String name) throws Unreadable {
        JsonElement value = value(name);
        return value == null ? null : (int) whole(name, value, Integer.MAX_VALUE);
    }

    /** A number that may grow large; 0 if it is not there. */
    long total(String name) throws Unreadable {
        JsonElement value = value(name);
        return value == null ? 0 : whole(name, value, Long.MAX_VALUE);
    }

    private static long whole(String name, JsonElement value, long most) throws Unreadable {
        try {
            if (value instanceof JsonPrimitive primitive && primitive.isNumber()) {
                long number = primitive.getAsBigDecimal().longValueExact();
                if (number >= 0 && number <= most) {
                    return number;
                }
            }
        } catch (NumberFormatException | ArithmeticException e) {
            throw wrong(name, "a whole number, 0 or more", value);
        }
        throw wrong(name, "a whole number, 0 or more", value);
    }

    private List<JsonElement> array(String name) throws Unreadable {
        JsonElement value = value(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof JsonArray array)) {
            throw wrong(name, "an array", value);
        }
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    /** The objects of an array. */
    List<Fields> objects(String name) throws Unreadable {
        List<Fields> objects = new ArrayList<>();
        for (JsonElement element : array(name)) {
            if (!element.isJsonObject()) {
                throw wrong(name, "an array of objects", element);
            }
            objects.add(new Fields(element.getAsJsonObject()::get));
        }
        return objects;
    }

    List<String> texts(String name) throws Unreadable {
        List<JsonElement> array = array(name);
        for (JsonElement element : array) {
            if (!(element instanceof JsonPrimitive primitive) || !primitive.isString()) {
                throw wrong(name, "an array of strings", element);
            }
        }
        return array.stream().map(JsonElement::getAsString).toList();
    }

    /** One of the words of an enumeration. */
    <E extends Enum<E> & WireName> E word(String name, Class<E> type) throws Unreadable {
        return word(name, type, text(name));
    }

    <E extends Enum<E> & WireName> @Nullable E wordOrNull(String name, Class<E> type) throws Unreadable {
        String text = textOrNull(name);
        return text == null ? null : word(name, type, text);
    }

    private static <E extends Enum<E> & WireName> E word(String name, Class<E> type, String text) throws Unreadable {
        return WireName.read(type, text).orElseThrow(() -> new Unreadable(Refusal.FIELD_INVALID, name,
                "\"" + name + "\" is " + WireName.choices(type) + ", not \"" + shown(text) + "\""));
    }

    /** The words of an object inside this one, by the name of their field. */
    <E extends Enum<E> & WireName> Map<String, E> words(String name, Class<E> type) throws Unreadable {
        Map<String, E> words = new LinkedHashMap<>();
        for (Map.Entry<String, String> text : textByName(name).entrySet()) {
            words.put(text.getKey(), word(text.getKey(), type, text.getValue()));
        }
        return words;
    }

    @Nullable Password passwordOrNull(String name) throws Unreadable {
        String text = textOrNull(name);
        return text == null ? null : new Password(text);
    }

    @Nullable Duration timeSpanOrNull(String name) throws Unreadable {
        String text = textOrNull(name);
        if (text == null) {
            return null;
        }
        return TimeSpan.read(text).orElseThrow(() -> new Unreadable(Refusal.FIELD_INVALID, name, "\"" + name
                + "\" is a time like \"250ms\", \"30s\", \"12h\" or \"7d\", not \"" + shown(text) + "\""));
    }

    /** A point in time. */
    Instant time(String name) throws Unreadable {
        return time(name, text(name));
    }

    @Nullable Instant timeOrNull(String name) throws Unreadable {
        String text = textOrNull(name);
        return text == null ? null : time(name, text);
    }

    private static Instant time(String name, String text) throws Unreadable {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Unreadable(Refusal.FIELD_INVALID, name,
                    "\"" + name + "\" is a time like 2026-01-31T12:00:00.123Z");
        }
    }

    private @Nullable JsonElement value(String name) {
        JsonElement value = object.apply(name);
        return value == null || value.isJsonNull() ? null : value;
    }

    private static Unreadable wrong(String name, String wanted, JsonElement value) {
        return new Unreadable(Refusal.FIELD_INVALID, name,
                "\"" + name + "\" is " + wanted + ", not " + shown(value.toString()));
    }
}
