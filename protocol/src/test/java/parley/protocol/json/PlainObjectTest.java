package parley.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast way to read a line understands it as the general one does, or leaves it to that. */
class PlainObjectTest {

    private static final List<String> PIECES = List.of("{", "}", "\"", "\"", "\"", ":", ",", " ", "\"a\"", "\"b\"",
            "\"a\":\"x y\"", "\"b\":\"\"", "\"c\":\"ü✓\"", "\\", "\\n", "\n", "\t", "\u0000", "🍵", "\ud83c", "null",
            "7", "[]",
            "\"d\":{}", "'", "\u2028", "\u007f", "\u00a0");

    @ParameterizedTest
    @ValueSource(strings = {"{\"do\":\"ping\"}", "{ \"do\" : \"say\", \"room\":\"#a\" ,\"text\":\"hi 'you', ü ✓ \" }",
            "{\"a\":\"\",\"\":\"a\"}"})
    void whatIsPlainIsRead(String line) {
        PlainObject plain = PlainObject.read(line);
        assertThat(plain).isNotNull();
        assertThat(generally(line).entrySet())
                .allSatisfy(field -> assertThat(plain.get(field.getKey())).isEqualTo(field.getValue()));
        assertThat(plain.get("nothing")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "[]", "{\"a\"}", "{\"a\":}", "{\"a\":\"b\"", "{\"a\":\"b\",}",
            "{\"a\":\"b\"} ",
            "{\"a\":\"b\"}x", "{\"a\":\"b\"}{", "{\"a\":\"b\\n\"}", "{\"a\":\"b\tc\"}", "{\"a\":7}", "{\"a\":null}",
            "{\"a\":\"b\",\"a\":\"c\"}",
            "{\"a\":\"🍵\"}", "{\"a\":\"b\" \"c\":\"d\"}", "{'a':'b'}", "\t{\"a\":\"b\"}",
            "{\"1\":\"\",\"2\":\"\",\"3\":\"\",\"4\":\"\",\"5\":\"\",\"6\":\"\",\"7\":\"\",\"8\":\"\",\"9\":\"\"}"})
    void whatIsNotIsLeftAlone(String line) {
        assertThat(PlainObject.read(line)).isNull();
    }

    @Test
    void whateverItReadsTheGeneralReaderReadsAlike() {
        Random random = new Random(7);
        int read = 0;
        for (int round = 0; round < 300_000; round++) {
            String line = line(random);
            PlainObject plain = PlainObject.read(line);
            if (plain != null) {
                read++;
                JsonObject general = generally(line);
                assertThat(general.keySet()).as(line).isNotEmpty();
                general.keySet().forEach(name -> assertThat(plain.get(name)).as(line).isEqualTo(general.get(name)));
                List.of("a", "b", "c", "d", "").forEach(
                        name -> assertThat(plain.get(name)).as(line).isEqualTo(general.get(name)));
            }
        }
        assertThat(read).as("lines that were plain").isGreaterThan(1000);
    }

    private static String line(Random random) {
        StringBuilder line = new StringBuilder("{");
        int pieces = 1 + random.nextInt(6);
        for (int i = 0; i < pieces; i++) {
            line.append(PIECES.get(random.nextInt(PIECES.size())))
                    .append(i < pieces - 1 && random.nextBoolean() ? "," : "");
        }
        return random.nextInt(10) == 0 ? line.toString() : line.append('}').toString();
    }

    /** Throws if it is no JSON, or no object. */
    private static JsonObject generally(String line) throws JsonParseException {
        JsonReader reader = new JsonReader(new StringReader(line));
        reader.setStrictness(Strictness.STRICT);
        return JsonParser.parseReader(reader).getAsJsonObject();
    }
}
