package parley.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parley.protocol.Command;
import parley.protocol.Cursor;
import parley.protocol.Delivery;
import parley.protocol.Event;
import parley.protocol.NotOfThisDialect;
import parley.protocol.Refusal;
import parley.protocol.Request;

/** The lines that the documents show, to the letter. */
class ExamplesTest {

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of("{\"do\":\"hello\",\"nick\":\"alice\",\"ref\":\"1\"}",
                        new Request("1", new Command.Hello("alice"))),
                Arguments.of("{\"do\":\"say\",\"room\":\"#lobby\",\"text\":\"hi all\",\"ref\":\"2\"}",
                        new Request("2", new Command.Say("#lobby", "hi all"))),
                Arguments.of("{\"do\":\"nick\",\"nick\":\"bob\",\"ref\":\"3\"}",
                        new Request("3", new Command.Rename("bob"))));
    }

    static Stream<Arguments> deliveries() {
        return Stream.of(
                Arguments.of(
                        "{\"on\":\"welcomed\",\"re\":\"1\",\"nick\":\"alice\",\"server\":\"chatd 1.0\","
                                + "\"rooms\":[\"#lobby\"],\"motd\":\"Be kind.\"}",
                        new Delivery("1", new Event.Welcomed("alice", "chatd 1.0", List.of("#lobby"), "Be kind."))),
                Arguments.of("{\"on\":\"done\",\"re\":\"2\",\"room\":\"#lobby\",\"cursor\":\"42\"}",
                        new Delivery("2", Event.Done.at("#lobby", new Cursor("42")))),
                Arguments.of(
                        "{\"on\":\"said\",\"room\":\"#lobby\",\"cursor\":\"43\",\"from\":\"bob\",\"text\":\"hi alice\","
                                + "\"at\":\"2026-01-31T12:00:00.123Z\"}",
                        Delivery.of(new Event.Said("#lobby", new Cursor("43"), "bob", "hi alice",
                                Instant.parse("2026-01-31T12:00:00.123Z"), false))),
                Arguments.of("{\"on\":\"refused\",\"re\":\"3\",\"why\":\"nick-taken\",\"text\":\"bob is in use\"}",
                        new Delivery("3", new Event.Refused(Refusal.NICK_TAKEN, "", "bob is in use"))),
                Arguments.of(
                        "{\"on\":\"refused\",\"re\":\"3\",\"why\":\"nick-taken\",\"about\":\"bob\",\"text\":\"bob is in use\"}",
                        new Delivery("3", new Event.Refused(Refusal.NICK_TAKEN, "bob", "bob is in use"))));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void requestsAreWrittenAndReadAsShown(String line, Request request) {
        assertThat(JsonLines.write(request)).isEqualTo(line);
        assertThat(JsonLines.readRequest(line)).isEqualTo(new ReadRequest.Understood(request));
    }

    @ParameterizedTest
    @MethodSource("deliveries")
    void deliveriesAreWrittenAndReadAsShown(String line, Delivery delivery) throws NotOfThisDialect {
        assertThat(JsonLines.write(delivery)).isEqualTo(line);
        assertThat(JsonLines.readDelivery(line)).contains(delivery);
    }

    @Test
    void timesAlwaysHaveMilliseconds() {
        Event onTheSecond = new Event.Told("bob", "hi", Instant.parse("2026-01-31T12:00:00Z"));

        assertThat(JsonLines.write(Delivery.of(onTheSecond))).contains("\"at\":\"2026-01-31T12:00:00.000Z\"");
    }

    @Test
    void whatIsNotSaidIsLeftOut() {
        assertThat(JsonLines.write(new Request(null, new Command.Leave("#tea", null))))
                .isEqualTo("{\"do\":\"leave\",\"room\":\"#tea\"}");
        assertThat(JsonLines.write(Delivery.of(Event.Done.PLAIN))).isEqualTo("{\"on\":\"done\"}");
    }
}
