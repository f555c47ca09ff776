package parley.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.protocol.Command;
import parley.protocol.Event.Refused;
import parley.protocol.Refusal;
import parley.protocol.Request;
import parley.protocol.json.ReadRequest.NotUnderstood;
import parley.protocol.json.ReadRequest.Understood;

/** Every way in which a client's line can be wrong has a name and a sentence. */
class WrongLinesTest {

    @ParameterizedTest
    @ValueSource(strings = {"hello", "{", "{}}", "{\"do\":\"ping\"} x", "{\"do\":\"ping\"}{\"do\":\"ping\"}",
            "{\"do\":\"ping\",}", "{'do':'ping'}", "{do:\"ping\"}", "{\"do\":\"ping\" // comment\n}",
            "{\"do\"=\"ping\"}",
            "{\"do\":\"pi\tng\"}", "{\"do\":\"\\x\"}", "{\"do\":\"\\u12\"}", "{\"do\":NaN}", "{\"do\":0123}",
            "{\"do\":\"ping\"", "{\"do\":TRUE}", "GET / HTTP/1.1", "\u0000\u0001\u0002", "[", "\"", "{\"a\":1;\"b\":2}",
            "\u00a0{\"do\":\"ping\"}"})
    void whatIsNotJsonIsRefused(String line) {
        assertThat(refused(line)).satisfies(refused -> {
            assertThat(refused.why()).isEqualTo(Refusal.NOT_JSON);
            assertThat(refused.text()).startsWith("a line is one JSON object, like {\"do\":\"ping\"}; this is not: ");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{\"do\":\"ping\"}]", "\"ping\"", "7", "true", "null", ""})
    void jsonThatIsNoObjectIsRefused(String line) {
        assertThat(refused(line)).satisfies(refused -> {
            assertThat(refused.why()).isEqualTo(Refusal.NOT_JSON);
            assertThat(refused.text()).contains("one JSON object");
        });
    }

    @Test
    void onlyTheBeginningOfALongWrongLineIsShownAndNoCharacterIsCut() {
        String shown = refused("x".repeat(39) + "🍵".repeat(5000)).text();

        assertThat(shown).hasSizeLessThan(200).endsWith("…");
        assertThat(shown.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 100_000, 1_000_000})
    void deepNestingIsRefused(int depth) {
        assertThat(refused("{\"do\":" + "[".repeat(depth)).why()).isEqualTo(Refusal.NOT_JSON);
        assertThat(refused("{\"x\":" + "{\"x\":".repeat(depth) + "1" + "}".repeat(depth) + "}").why())
                .isEqualTo(Refusal.NOT_JSON);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                         | do    | "do" is missing; it is a string
            {"ref":"1"}                                | do    | "do" is missing; it is a string
            {"do":null}                                | do    | "do" is missing; it is a string
            {"do":7}                                   | do    | "do" is a string, not 7
            {"do":["ping"]}                            | do    | "do" is a string, not ["ping"]
            {"do":"hello"}                             | nick  | "nick" is missing; it is a string
            {"do":"hello","nick":true}                 | nick  | "nick" is a string, not true
            {"do":"hello","nick":"a","echo":"yes"}     | echo  | "echo" is true or false, not "yes"
            {"do":"hello","nick":"a","echo":1}         | echo  | "echo" is true or false, not 1
            {"do":"hello","nick":"a","resume":"42"}    | resume | "resume" is an object like {"#lobby":"42"}, not "42"
            {"do":"hello","nick":"a","resume":["#a"]}  | resume | "resume" is an object like {"#lobby":"42"}, not ["#a"]
            {"do":"hello","nick":"a","resume":{"#a":1}} | #a   | "#a" is a string, not 1
            {"do":"hello","nick":"a","resume":{"#a":null}} | #a | "#a" is missing; it is a string
            {"do":"join"}                              | room  | "room" is missing; it is a string
            {"do":"say","room":"#a"}                   | text  | "text" is missing; it is a string
            {"do":"say","text":"a"}                    | room  | "room" is missing; it is a string
            {"do":"say","room":"#a","text":{"a":1}}    | text  | "text" is a string, not {"a":1}
            {"do":"tell","nick":"bob","text":"a"}      | to    | "to" is missing; it is a string
            {"do":"leave","room":"#a","why":7}         | why   | "why" is a string, not 7
            {"do":"history","room":"#a","limit":-1}    | limit | "limit" is a whole number, 0 or more, not -1
            {"do":"history","room":"#a","limit":1.5}   | limit | "limit" is a whole number, 0 or more, not 1.5
            {"do":"history","room":"#a","limit":"10"}  | limit | "limit" is a whole number, 0 or more, not "10"
            {"do":"history","room":"#a","limit":1e400} | limit | "limit" is a whole number, 0 or more, not 1e400
            {"do":"history","room":"#a","limit":5000000000} | limit | "limit" is a whole number, 0 or more, not 5000000000
            {"do":"history","room":"#a","limit":1e99999999} | limit | "limit" is a whole number, 0 or more, not 1e99999999
            {"do":"history","room":"#a","after":42}    | after | "after" is a string, not 42
            {"do":"history","room":"#a","after":"1","before":"2"} | before | give "after" or "before", not both
            {"do":"ping","ref":1}                      | ref   | "ref" is a string, not 1
            {"do":"ping","ref":{}}                     | ref   | "ref" is a string, not {}
            """)
    void aFieldThatIsMissingOrOfTheWrongTypeIsNamed(String line, String field, String sentence) {
        assertThat(refused(line)).isEqualTo(new Refused(Refusal.FIELD_INVALID, field, sentence));
    }

    @Test
    void aLongWrongValueIsShownInPart() {
        Refused refused = refused("{\"do\":\"say\",\"room\":[" + "1,".repeat(5000) + "1]}");

        assertThat(refused.about()).isEqualTo("room");
        assertThat(refused.text()).startsWith("\"room\" is a string, not [1,1,").endsWith("…").hasSizeLessThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud83c", "\\udf75", "a\\ud83cb", "\\udf75\\ud83c", "\\ud83c\\ud83c\\udf75"})
    void halfASurrogatePairIsRefused(String text) {
        assertThat(refused("{\"do\":\"say\",\"room\":\"#a\",\"text\":\"" + text + "\"}").why())
                .isEqualTo(Refusal.NOT_JSON);
        assertThat(refused("{\"do\":\"hello\",\"nick\":\"a\",\"resume\":{\"#" + text + "\":\"1\"}}").why())
                .isEqualTo(Refusal.NOT_JSON);
    }

    @Test
    void aWholeSurrogatePairIsFine() {
        assertThat(JsonLines.readRequest("{\"do\":\"say\",\"room\":\"#a\",\"text\":\"\\ud83c\\udf75\"}"))
                .isEqualTo(new Understood(new Request(null, new Command.Say("#a", "🍵"))));
    }

    @Test
    void aRefHasALimit() {
        assertThat(JsonLines.readRequest("{\"do\":\"ping\",\"ref\":\"" + "r".repeat(64) + "\"}"))
                .isEqualTo(new Understood(new Request("r".repeat(64), new Command.Ping())));
        assertThat(refused("{\"do\":\"ping\",\"ref\":\"" + "r".repeat(65) + "\"}")).isEqualTo(
                new Refused(Refusal.FIELD_INVALID, "ref", "\"ref\" has 65 characters; at most 64 are allowed"));
    }

    @Test
    void anUnknownCommandIsToldWhichOnesThereAre() {
        assertThat(refused("{\"do\":\"shout\"}")).satisfies(refused -> {
            assertThat(refused.why()).isEqualTo(Refusal.UNKNOWN_COMMAND);
            assertThat(refused.about()).isEqualTo("shout");
            assertThat(refused.text()).startsWith("there is no command \"shout\"; there are hello, join, leave, say, ");
        });
        assertThat(refused("{\"do\":\"Ping\"}").why()).isEqualTo(Refusal.UNKNOWN_COMMAND);
        assertThat(refused("{\"do\":\"\"}").why()).isEqualTo(Refusal.UNKNOWN_COMMAND);
    }

    @Test
    void aRefusalKeepsTheRefIfThatMuchCouldBeRead() {
        assertThat(notUnderstood("{\"ref\":\"9\",\"do\":\"shout\"}").ref()).isEqualTo("9");
        assertThat(notUnderstood("{\"do\":\"say\",\"ref\":\"9\"}").ref()).isEqualTo("9");
        assertThat(notUnderstood("{\"ref\":\"9\",\"do\":").ref()).isNull();
        assertThat(notUnderstood("{\"do\":\"shout\"}").ref()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"do\":\"ping\",\"colour\":\"red\",\"deep\":[{\"a\":[1,2,null]}]}",
            " {\"do\" : \"ping\"} \t",
            "{\"do\":\"ping\",\"ref\":null}", "{\"do\":\"p\\u0069ng\"}", "{\"\":0,\"do\":\"ping\",\"n\":1e999999999}"})
    void unknownFieldsAndSpacesArePassedOver(String line) {
        assertThat(JsonLines.readRequest(line)).isEqualTo(new Understood(new Request(null, new Command.Ping())));
    }

    @Test
    void ofAFieldThatIsThereTwiceTheLastOneCounts() {
        assertThat(JsonLines.readRequest("{\"do\":\"quit\",\"ref\":\"1\",\"do\":\"ping\",\"ref\":\"2\"}"))
                .isEqualTo(new Understood(new Request("2", new Command.Ping())));
    }

    @Test
    void aByteOrderMarkBeforeALineIsPassedOver() {
        assertThat(JsonLines.readRequest("\ufeff{\"do\":\"ping\"}"))
                .isEqualTo(new Understood(new Request(null, new Command.Ping())));
        assertThat(refused("\ufeff").why()).isEqualTo(Refusal.NOT_JSON);
        assertThat(refused("{\"do\":\ufeff\"ping\"}").why()).isEqualTo(Refusal.NOT_JSON);
    }

    private static Refused refused(String line) {
        return notUnderstood(line).refused();
    }

    private static NotUnderstood notUnderstood(String line) {
        ReadRequest read = JsonLines.readRequest(line);
        assertThat(read).isInstanceOf(NotUnderstood.class);
        return (NotUnderstood) read;
    }
}
