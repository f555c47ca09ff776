package parley.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.protocol.Command;
import parley.protocol.Delivery;
import parley.protocol.Event;
import parley.protocol.NotOfThisDialect;
import parley.protocol.Request;

/** What is written is read back the same; a new command or event without a sample fails here. */
class RoundTripTest {

    static Stream<Class<?>> commands() {
        return Samples.kindsOf(Command.class);
    }

    static Stream<Class<?>> events() {
        return Samples.kindsOf(Event.class);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandIsReadAsItWasWritten(Class<?> kind) {
        for (Command command : Samples.of(kind, Samples.COMMANDS)) {
            for (Request request : List.of(new Request(null, command), new Request("r 1", command),
                    new Request("", command))) {
                String line = JsonLines.write(request);

                assertThat(line).doesNotContain("\n", "\r");
                assertThat(JsonLines.readRequest(line)).isEqualTo(new ReadRequest.Understood(request));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventIsReadAsItWasWritten(Class<?> kind) throws NotOfThisDialect {
        for (Event event : Samples.of(kind, Samples.EVENTS)) {
            for (Delivery delivery : List.of(Delivery.of(event), new Delivery("r 1", event))) {
                String line = JsonLines.write(delivery);

                assertThat(line).doesNotContain("\n", "\r");
                assertThat(JsonLines.readDelivery(line)).contains(delivery);
            }
        }
    }
}
