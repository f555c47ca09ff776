package parley.protocol.recording;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.protocol.json.FieldNature;

/**
 * Takes secrets out of entries and puts names in their place: passwords, keys, what SASL sends, tokens, and what is asked
 * for. One that has been found is taken out wherever it comes again. One thread at a time.
 */
public final class Redactor {

    private final List<SecretShape> shapes = new ArrayList<>();
    private final Secrets secrets = new Secrets();
    private Set<String> used = new LinkedHashSet<>();

    /** @param more what is a secret besides: the first group of each, or without one, all of it */
    public Redactor(List<Pattern> more) {
        more.forEach(pattern -> shapes.add(new SecretShape(SecretKind.OWN, pattern)));
        shapes.addAll(SecretShape.ANYWHERE);
    }

    /** The header without the secrets of its server's configuration; the hash of a password is none. */
    public Header redact(Header header) {
        secrets.reserve(header.secrets());
        used = new LinkedHashSet<>(header.secrets());
        String without = ServerSecrets.redact(header.server(), key -> secret(SecretKind.KEY, key), this::anywhere);
        return new Header(header.version(), header.program(), header.at(), without, List.copyOf(used));
    }

    /** Gives the names that an entry has already to no other secret. */
    public void reserve(Entry entry) {
        if (entry instanceof Entry.Heard heard) {
            secrets.reserve(heard.marks().secrets());
        }
    }

    /** The entry without its secrets; their names are among its marks. */
    public Entry redact(Entry entry) {
        return switch (entry) {
            case Entry.Line it -> redact(it);
            case Entry.Bytes it -> redact(it);
            case Entry.Opened it -> it;
            case Entry.Closed it -> it;
        };
    }

    private Entry redact(Entry.Line line) {
        secrets.reserve(line.marks().secrets());
        used = new LinkedHashSet<>();
        String text = line.text();
        Optional<JsonObject> object = text.startsWith("{") ? EntryCodec.object(text) : Optional.empty();
        String without = object.isPresent() ? json(text, object.get()) : plain(text);
        return used.isEmpty() ? line : line.withText(without, line.marks().withSecrets(List.copyOf(used)));
    }

    private Entry redact(Entry.Bytes bytes) {
        secrets.reserve(bytes.marks().secrets());
        used = new LinkedHashSet<>();
        String without = plain(bytes.bytes());
        return used.isEmpty()
                ? bytes
                : new Entry.Bytes(bytes.micros(), bytes.who(), bytes.from(), without,
                        bytes.marks().withSecrets(List.copyOf(used)));
    }

    /** What is not changed stays as it is spelt. */
    private String json(String text, JsonObject object) {
        JsonElement without = element("", object);
        return used.isEmpty() ? text : without.toString();
    }

    private JsonElement element(String field, JsonElement element) {
        return switch (element) {
            case JsonObject object -> {
                JsonObject copy = new JsonObject();
                object.entrySet().forEach(it -> copy.add(it.getKey(), element(it.getKey(), it.getValue())));
                yield copy;
            }
            case JsonArray array -> {
                JsonArray copy = new JsonArray();
                array.forEach(it -> copy.add(element(field, it)));
                yield copy;
            }
            case JsonPrimitive primitive when primitive.isString() ->
                new JsonPrimitive(value(field, primitive.getAsString()));
            default -> element;
        };
    }

    private String value(String field, String text) {
        return switch (FieldNature.of(field)) {
            case PASSWORD -> secret(SecretKind.PASSWORD, text);
            case KEY -> secret(SecretKind.KEY, text);
            case KIND -> text;
            default -> anywhere(text);
        };
    }

    private String plain(String text) {
        String left = text;
        for (SecretShape shape : SecretShape.IN_IRC) {
            left = replace(left, shape);
        }
        return anywhere(left);
    }

    private String anywhere(String text) {
        String left = text;
        for (SecretShape shape : shapes) {
            left = replace(left, shape);
        }
        for (Map.Entry<String, String> known : secrets.remembered().entrySet()) {
            if (left.contains(known.getKey())) {
                used.add(known.getValue());
                left = left.replace(known.getKey(), placeholder(known.getValue()));
            }
        }
        return left;
    }

    private String replace(String text, SecretShape shape) {
        Matcher matcher = shape.pattern().matcher(text);
        if (!matcher.find()) {
            return text;
        }
        StringBuilder left = new StringBuilder();
        int from = 0;
        do {
            int group = matcher.groupCount() > 0 && matcher.start(1) >= 0 ? 1 : 0;
            left.append(text, from, matcher.start(group)).append(secret(shape.kind(), matcher.group(group)));
            from = matcher.end(group);
        } while (matcher.find());
        return left.append(text, from, text.length()).toString();
    }

    private String secret(SecretKind kind, String secret) {
        if (secret.isEmpty() || Secrets.isPlaceholder(secret)) {
            return secret;
        }
        String name = secrets.name(kind, secret);
        used.add(name);
        return placeholder(name);
    }

    private static String placeholder(String name) {
        return "${" + name + "}";
    }
}
