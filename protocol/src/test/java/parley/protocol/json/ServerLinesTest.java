package parley.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.protocol.Delivery;
import parley.protocol.Event;
import parley.protocol.NotOfThisDialect;
import parley.protocol.Refusal;
import parley.protocol.Restriction;
import parley.protocol.Target;

/** What a client makes of a server's lines: of a newer server's, of a sparing one's, and of something else altogether. */
class ServerLinesTest {

    @ParameterizedTest
    @ValueSource(strings = {"{\"on\":\"typing\"}", "{\"on\":\"\"}", "{\"on\":\"Said\",\"room\":7}",
            "{\"on\":\"nudged\",\"re\":\"1\",\"room\":\"#tea\"}"})
    void anEventOfANewerServerIsNothing(String line) throws NotOfThisDialect {
        assertThat(JsonLines.readDelivery(line)).isEmpty();
    }

    @Test
    void fieldsOfANewerServerArePassedOver() throws NotOfThisDialect {
        assertThat(JsonLines
                .readDelivery("{\"v\":2,\"on\":\"joined\",\"room\":\"#tea\",\"nick\":\"bob\",\"x\":{\"y\":[]}}"))
                .contains(Delivery.of(new Event.Joined("#tea", "bob")));
    }

    @Test
    void aReasonOfANewerServerIsOther() throws NotOfThisDialect {
        assertThat(JsonLines.readDelivery("{\"on\":\"refused\",\"re\":\"1\",\"why\":\"too-witty\",\"text\":\"Out.\"}"))
                .contains(new Delivery("1", new Event.Refused(Refusal.OTHER, "", "Out.")));
    }

    @Test
    void whatAServerLeavesOutIsEmpty() throws NotOfThisDialect {
        assertThat(JsonLines.readDelivery("{\"on\":\"welcomed\",\"nick\":\"a\",\"server\":\"s\"}"))
                .contains(Delivery.of(new Event.Welcomed("a", "s", List.of(), "")));
        assertThat(JsonLines.readDelivery("{\"on\":\"rooms\",\"rooms\":[{\"name\":\"#a\"}]}"))
                .contains(Delivery.of(new Event.RoomList(List.of(new Event.RoomInfo("#a", "", 0)))));
        assertThat(JsonLines.readDelivery("{\"on\":\"bye\"}")).contains(Delivery.of(new Event.Bye("")));
        assertThat(JsonLines.readDelivery("{\"on\":\"left\",\"room\":\"#a\",\"nick\":\"b\",\"why\":null}"))
                .contains(Delivery.of(new Event.Left("#a", "b", "")));
    }

    @Test
    void anEntryOfAKindThatIsNotKnownIsPassedOver() throws NotOfThisDialect {
        assertThat(JsonLines.readDelivery("{\"on\":\"restrictions\",\"room\":\"#a\",\"list\":["
                + "{\"kind\":\"jinx\",\"planet\":\"mars\"},{\"kind\":\"exempt\",\"nick\":\"b\",\"from\":\"c\"}]}"))
                .contains(Delivery.of(new Event.Restrictions("#a", List.of(
                        new Event.Restricted(Restriction.EXEMPT, "#a", new Target.ByNick("b"), "c", null, "")))));
    }

    @Test
    void aTimeMayHaveAnyPrecision() throws NotOfThisDialect {
        assertThat(JsonLines
                .readDelivery("{\"on\":\"told\",\"from\":\"b\",\"text\":\"x\",\"at\":\"2026-01-31T12:00:00Z\"}"))
                .contains(Delivery.of(new Event.Told("b", "x", Instant.parse("2026-01-31T12:00:00Z"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            :server NOTICE * :hello         | a line is one JSON object, like {"do":"ping"}; this is not: :server NOTICE * :hello
            HTTP/1.1 400 Bad Request        | a line is one JSON object, like {"do":"ping"}; this is not: HTTP/1.1 400 Bad Request
            {}                              | "on" is missing; it is a string
            {"on":7}                        | "on" is a string, not 7
            {"on":"pong","re":1}            | "re" is a string, not 1
            {"on":"joined","room":"#a"}     | "nick" is missing; it is a string
            {"on":"members","room":"#a","nicks":"b"}    | "nicks" is an array, not "b"
            {"on":"members","room":"#a","nicks":["b",1]} | "nicks" is an array of strings, not 1
            {"on":"members","room":"#a","nicks":[null]} | "nicks" is an array of strings, not null
            {"on":"rooms","rooms":["#a"]}   | "rooms" is an array of objects, not "#a"
            {"on":"rooms","rooms":[{}]}     | "name" is missing; it is a string
            {"on":"rooms","rooms":[{"name":"#a","members":-1}]} | "members" is a whole number, 0 or more, not -1
            {"on":"done","more":"no"}       | "more" is true or false, not "no"
            {"on":"told","from":"b","text":"x","at":"noon"} | "at" is a time like 2026-01-31T12:00:00.123Z
            {"on":"said","room":"#a","from":"b","text":"x","at":"2026-01-31T12:00:00Z"} | "cursor" is missing; it is a string
            """)
    void whatIsNoDeliveryIsToldApart(String line, String problem) {
        assertThatThrownBy(() -> JsonLines.readDelivery(line)).isInstanceOf(NotOfThisDialect.class)
                .hasMessage("the server sent a line that is not JSON lines: " + problem);
    }
}
