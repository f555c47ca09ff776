package parley.protocol.json;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/**
 * Writes times like {@code 2026-01-31T12:00:00.123Z}: always milliseconds, so that every line has the same shape. The
 * part up to the second is kept, because the next time is most likely within the same one.
 */
final class Timestamp {

    private static final DateTimeFormatter TO_THE_SECOND =
            new DateTimeFormatterBuilder().appendInstant(0).toFormatter();
    private static final int MILLI = 1_000_000;

    private static volatile Second last = second(0);

    /** A second and its spelling, without the {@code Z}. */
    private record Second(long epoch, String text) {
    }

    private Timestamp() {
    }

    static String write(Instant at) {
        Second second = last;
        if (second.epoch() != at.getEpochSecond()) {
            second = second(at.getEpochSecond());
            last = second;
        }
        String millis = Integer.toString(1000 + at.getNano() / MILLI);
        return second.text() + "." + millis.substring(1) + "Z";
    }

    private static Second second(long epoch) {
        String text = TO_THE_SECOND.format(Instant.ofEpochSecond(epoch));
        return new Second(epoch, text.substring(0, text.length() - 1));
    }
}
