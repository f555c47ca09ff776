package parley.scenarios.recording;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.protocol.json.FieldNature;
import parley.protocol.recording.Side;

/** Lines of JSON, taken apart by the names of their fields. */
final class JsonMessage {

    private static final Set<String> SIGNS_OF_LIFE = Set.of("ping", "pong");
    private static final Set<String> NAMING = Set.of("hello", "nick");

    private final Side from;
    private final String verb;
    private final Message.Values values;

    private JsonMessage(Side from, String verb, Message.Values values) {
        this.from = from;
        this.verb = verb;
        this.values = values;
    }

    /** Whether it is one; what only begins like one is no IRC either, and is taken as it stands. */
    static boolean is(String text) {
        return text.startsWith("{");
    }

    static Message of(Side from, String text) {
        JsonObject object = read(text);
        if (object == null) {
            return new Message("a line that is no JSON", "", false, Map.of("line", Field.fixed(text)));
        }
        Map<String, Field> fields = new LinkedHashMap<>();
        String verb = verb(from, object);
        new JsonMessage(from, verb, (name, field) -> {
            fields.put(name, field);
            return field.value();
        }).object(object, "");
        return new Message((from == Side.CLIENT ? "do " : "on ") + verb, lane(from, object),
                SIGNS_OF_LIFE.contains(verb), fields);
    }

    static String rewrite(Side from, String text, Message.Values values) {
        JsonObject object = read(text);
        if (object == null) {
            return text;
        }
        String rewritten = new JsonMessage(from, verb(from, object), values).object(object, "").toString();
        return rewritten.equals(object.toString()) ? text : rewritten;
    }

    /** The same line without a field; as it is spelt, if it does not have that, or is no object. */
    static String without(String text, String field) {
        JsonObject object = read(text);
        return object == null || object.remove(field) == null ? text : object.toString();
    }

    static String pong(Side from, String text) {
        JsonObject object = read(text);
        if (object == null || !verb(from, object).equals("ping")) {
            return "";
        }
        if (from == Side.SERVER) {
            return "{\"do\":\"ping\"}";
        }
        JsonObject pong = new JsonObject();
        pong.addProperty("on", "pong");
        if (object.has("ref")) {
            pong.add("re", object.get("ref"));
        }
        return pong.toString();
    }

    private static @Nullable JsonObject read(String text) {
        try {
            return JsonParser.parseString(text) instanceof JsonObject object ? object : null;
        } catch (JsonParseException | StackOverflowError e) {
            return null;
        }
    }

    private static String verb(Side from, JsonObject object) {
        return text(object, from == Side.CLIENT ? "do" : "on");
    }

    private static String text(JsonObject object, String field) {
        return object.get(field) instanceof JsonPrimitive primitive && primitive.isString()
                ? primitive.getAsString()
                : "";
    }

    private static String lane(Side from, JsonObject object) {
        String answer = from == Side.SERVER ? text(object, "re") : "";
        if (!answer.isEmpty()) {
            return "answer";
        }
        return text(object, "to").isEmpty() ? text(object, "room") : "private";
    }

    private JsonObject object(JsonObject object, String path) {
        JsonObject copy = new JsonObject();
        String room = text(object, "room");
        object.entrySet().forEach(it -> copy.add(it.getKey(), element(it.getValue(), path, it.getKey(), room)));
        return copy;
    }

    private JsonElement element(JsonElement element, String path, String key, String room) {
        String name = path + key;
        return switch (element) {
            case JsonObject object when FieldNature.of(key) == FieldNature.CURSORS -> cursors(object, name);
            case JsonObject object -> object(object, name + ".");
            case JsonArray array -> {
                JsonArray copy = new JsonArray();
                for (int i = 0; i < array.size(); i++) {
                    JsonElement item = array.get(i);
                    copy.add(item instanceof JsonObject object
                            ? object(object, name + "[" + i + "].")
                            : leaf(item, name + "[" + i + "]", key, room));
                }
                yield copy;
            }
            default -> leaf(element, name, key, room);
        };
    }

    private JsonObject cursors(JsonObject object, String name) {
        JsonObject copy = new JsonObject();
        object.entrySet().forEach(it -> copy.add(it.getKey(),
                leaf(it.getValue(), name + "." + it.getKey(), "cursor", it.getKey())));
        return copy;
    }

    private JsonElement leaf(JsonElement element, String name, String key, String room) {
        if (!(element instanceof JsonPrimitive primitive) || !primitive.isString()) {
            boolean counted = FieldNature.of(key) == FieldNature.VARYING || verb.equals("status");
            String value = element.toString();
            String given = values.of(name, counted ? Field.varying(value) : Field.fixed(value));
            return given.equals(value) ? element : new JsonPrimitive(given);
        }
        String value = primitive.getAsString();
        String given = values.of(name, field(value, key, room));
        return given.equals(value) ? element : new JsonPrimitive(given);
    }

    private Field field(String value, String key, String room) {
        return switch (FieldNature.of(key)) {
            case VARYING -> Field.varying(value);
            case CURSOR -> Field.mark(value, "cursor " + room, from == Side.SERVER);
            case REF -> Field.mark(value, Field.REF, from == Side.CLIENT);
            case NICK, NICKS -> Field.nick(value, from == Side.CLIENT && NAMING.contains(verb));
            case KIND, FIXED, CURSORS, PASSWORD, KEY -> Field.fixed(value);
        };
    }
}
