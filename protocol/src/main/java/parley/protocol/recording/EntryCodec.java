package parley.protocol.recording;

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
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parley.protocol.WireName;

/** How header and entries stand in a file. Exceptions carry a sentence without its place. */
final class EntryCodec {

    private static final int MICRO_DIGITS = 6;

    /** What is wrong with one line of a file. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String sentence) {
            super(sentence, null, false, false);
        }
    }

    private static final int LONGEST_QUOTE = 80;

    private EntryCodec() {
    }

    static String write(Header header) {
        JsonObject object = new JsonObject();
        object.addProperty("recording", header.version());
        object.addProperty("by", header.program());
        object.addProperty("at", header.at().toString());
        if (!header.server().isEmpty()) {
            object.addProperty("server", header.server());
        }
        putSecrets(object, header.secrets());
        return object.toString();
    }

    static Header header(String line) throws Wrong {
        JsonObject object = object(line).orElseThrow(EntryCodec::noRecording);
        if (!(object.get("recording") instanceof JsonPrimitive version) || !version.isNumber()) {
            throw noRecording();
        }
        if (version.getAsDouble() != Header.VERSION) {
            throw new Wrong(
                    "the recording is of version " + cut(version.toString()) + ", and this program reads version "
                            + Header.VERSION + "; a newer chatc reads it");
        }
        return new Header(Header.VERSION, text(object, "by").orElse(""), instant(text(object, "at").orElse("")),
                text(object, "server").orElse(""), secrets(object));
    }

    private static Wrong noRecording() {
        return new Wrong("this is not a recording: the first line of one is like {\"recording\":1,\"by\":\"chatc\"}");
    }

    private static Instant instant(String text) throws Wrong {
        try {
            return text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Wrong("\"at\" is a time like 2026-01-31T12:00:00Z, not \"" + cut(text) + "\"");
        }
    }

    static String write(Entry entry) {
        JsonObject object = new JsonObject();
        object.add("t", new JsonPrimitive(BigDecimal.valueOf(entry.micros(), MICRO_DIGITS)));
        object.addProperty("who", entry.who());
        switch (entry) {
            case Entry.Opened it -> object.addProperty("opened", Side.CLIENT.wireName());
            case Entry.Closed it -> object.addProperty("closed", it.by().wireName());
            case Entry.Line it -> {
                object.addProperty("dir", it.from().direction());
                put(object, it.text());
                if (it.end() != LineEnd.usual(it.text())) {
                    object.addProperty("end", it.end().wireName());
                }
                put(object, it.marks());
            }
            case Entry.Bytes it -> {
                object.addProperty("dir", it.from().direction());
                object.addProperty("bytes",
                        Base64.getEncoder().encodeToString(it.bytes().getBytes(StandardCharsets.ISO_8859_1)));
                put(object, it.marks());
            }
        }
        return object.toString();
    }

    /** A line of JSON is there as what it is; and as it stood on the wire, where that is another spelling of it. */
    private static void put(JsonObject object, String text) {
        Optional<JsonObject> event = text.startsWith("{") ? object(text) : Optional.empty();
        event.ifPresent(it -> object.add("event", it));
        if (event.isEmpty() || !event.get().toString().equals(text)) {
            object.addProperty("raw", text);
        }
    }

    private static void put(JsonObject object, Marks marks) {
        putSecrets(object, marks.secrets());
        if (!marks.match().isEmpty()) {
            JsonObject match = new JsonObject();
            marks.match().forEach(match::addProperty);
            object.add("match", match);
        }
        if (!marks.note().isEmpty()) {
            object.addProperty("note", marks.note());
        }
    }

    private static void putSecrets(JsonObject object, List<String> secrets) {
        if (!secrets.isEmpty()) {
            JsonArray names = new JsonArray();
            secrets.forEach(names::add);
            object.add("secrets", names);
        }
    }

    static Entry entry(String line) throws Wrong {
        JsonObject object = object(line).orElseThrow(() -> new Wrong("this is not a JSON object"));
        long micros = micros(object);
        String who = text(object, "who").orElseThrow(() -> new Wrong("\"who\" is missing; it names the connection"));
        if (object.has("opened")) {
            return new Entry.Opened(micros, who);
        }
        Optional<String> closed = text(object, "closed");
        if (closed.isPresent()) {
            return new Entry.Closed(micros, who, word(Side.class, "closed", closed.get()));
        }
        return heard(object, micros, who, from(object));
    }

    private static Entry heard(JsonObject object, long micros, String who, Side from) throws Wrong {
        Optional<String> bytes = text(object, "bytes");
        if (bytes.isPresent()) {
            return new Entry.Bytes(micros, who, from, decode(bytes.get()), marks(object));
        }
        String text = lineText(object);
        Optional<String> end = text(object, "end");
        return new Entry.Line(micros, who, from, text,
                end.isPresent() ? word(LineEnd.class, "end", end.get()) : LineEnd.usual(text), marks(object));
    }

    private static String lineText(JsonObject object) throws Wrong {
        Optional<String> raw = text(object, "raw");
        if (raw.isPresent()) {
            return raw.get();
        }
        if (object.get("event") instanceof JsonObject event) {
            return event.toString();
        }
        throw new Wrong("this says nothing: an entry has \"event\", \"raw\", \"bytes\", \"opened\" or \"closed\"");
    }

    private static Side from(JsonObject object) throws Wrong {
        String direction = text(object, "dir").orElse("");
        for (Side side : Side.values()) {
            if (side.direction().equals(direction)) {
                return side;
            }
        }
        throw new Wrong("\"dir\" is \"out\" or \"in\", as the client sees it");
    }

    private static Marks marks(JsonObject object) throws Wrong {
        List<String> secrets = secrets(object);
        Map<String, String> match = new TreeMap<>();
        if (object.get("match") instanceof JsonObject patterns) {
            for (String field : patterns.keySet()) {
                match.put(field, string(field, patterns.get(field)));
            }
        }
        String note = text(object, "note").orElse("");
        return secrets.isEmpty() && match.isEmpty() && note.isEmpty() ? Marks.NONE : new Marks(secrets, match, note);
    }

    private static List<String> secrets(JsonObject object) throws Wrong {
        List<String> secrets = new ArrayList<>();
        if (object.get("secrets") instanceof JsonArray names) {
            for (JsonElement name : names) {
                secrets.add(string("secrets", name));
            }
        }
        return secrets;
    }

    private static long micros(JsonObject object) throws Wrong {
        if (!(object.get("t") instanceof JsonPrimitive t) || !t.isNumber()) {
            throw new Wrong("\"t\" is missing; it is the time in seconds since the beginning");
        }
        try {
            return t.getAsBigDecimal().movePointRight(MICRO_DIGITS).setScale(0, RoundingMode.HALF_UP).longValueExact();
        } catch (NumberFormatException | ArithmeticException e) {
            throw new Wrong("\"t\" is a time in seconds, not " + cut(t.toString()));
        }
    }

    private static String decode(String base64) throws Wrong {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            throw new Wrong("\"bytes\" is base64, which this is not");
        }
    }

    private static <E extends Enum<E> & WireName> E word(Class<E> type, String field, String text) throws Wrong {
        return WireName.read(type, text).orElseThrow(
                () -> new Wrong("\"" + field + "\" is " + WireName.choices(type) + ", not \"" + cut(text) + "\""));
    }

    private static Optional<String> text(JsonObject object, String name) throws Wrong {
        JsonElement value = object.get(name);
        if (value == null || value.isJsonNull()) {
            return Optional.empty();
        }
        return Optional.of(string(name, value));
    }

    private static String string(String name, JsonElement value) throws Wrong {
        if (value instanceof JsonPrimitive primitive && primitive.isString()) {
            return primitive.getAsString();
        }
        throw new Wrong("\"" + cut(name) + "\" is a string, not " + cut(value.toString()));
    }

    /** As much of it as fits into a sentence. */
    private static String cut(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }

    /** Reads one JSON object, strictly (RFC 8259); empty if it is something else. */
    static Optional<JsonObject> object(String line) {
        JsonElement element = element(line);
        return element instanceof JsonObject object ? Optional.of(object) : Optional.empty();
    }

    private static @Nullable JsonElement element(String line) {
        try {
            JsonReader reader = new JsonReader(new StringReader(line));
            reader.setStrictness(Strictness.STRICT);
            JsonElement element = JsonParser.parseReader(reader);
            return reader.peek() == JsonToken.END_DOCUMENT ? element : null;
        } catch (JsonParseException | IOException | StackOverflowError e) {
            return null;
        }
    }
}
