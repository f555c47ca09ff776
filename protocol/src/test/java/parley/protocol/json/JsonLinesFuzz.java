package parley.protocol.json;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import parley.protocol.Delivery;
import parley.protocol.Event;
import parley.protocol.NotOfThisDialect;
import parley.protocol.Request;

/**
 * Whatever a line says, it is read or refused in a short sentence; what was read is written so that it reads the same.
 */
public final class JsonLinesFuzz {

    private static final int LONGEST_SENTENCE = 1000;

    private JsonLinesFuzz() {
    }

    /** What the fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] input) throws NotOfThisDialect {
        String line = new String(input, StandardCharsets.UTF_8);
        switch (JsonLines.readRequest(line)) {
            case ReadRequest.Understood it -> assertReadsTheSame(it.request());
            case ReadRequest.NotUnderstood it -> assertSayable(it.ref(), it.refused());
        }
        try {
            Optional<Delivery> delivery = JsonLines.readDelivery(line);
            if (delivery.isPresent()) {
                assertReadsTheSame(delivery.get());
            }
        } catch (NotOfThisDialect e) {
            assertThat(String.valueOf(e.getMessage()).length() < LONGEST_SENTENCE, e.getMessage());
        }
    }

    private static void assertReadsTheSame(Request request) {
        String line = oneLine(JsonLines.write(request));
        assertThat(JsonLines.readRequest(line).equals(new ReadRequest.Understood(request)), line);
    }

    /** A time is written in milliseconds, and a reason of a newer server as another; so the second writing counts. */
    private static void assertReadsTheSame(Delivery delivery) throws NotOfThisDialect {
        String line = oneLine(JsonLines.write(delivery));
        Delivery again = JsonLines.readDelivery(line).orElseThrow();
        assertThat(JsonLines.write(again).equals(line), line);
    }

    private static void assertSayable(String ref, Event.Refused refused) throws NotOfThisDialect {
        assertThat(!refused.text().isBlank() && refused.text().length() < LONGEST_SENTENCE, refused.text());
        Delivery delivery = new Delivery(ref, refused);
        assertThat(JsonLines.readDelivery(oneLine(JsonLines.write(delivery))).equals(Optional.of(delivery)),
                line(delivery));
    }

    private static String line(Delivery delivery) {
        return JsonLines.write(delivery);
    }

    private static String oneLine(String line) {
        assertThat(line.indexOf('\n') < 0 && line.indexOf('\r') < 0, line);
        String carried = new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(carried.equals(line), line);
        return line;
    }

    private static void assertThat(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
