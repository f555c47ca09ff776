package parley.chatc.pipe;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import parley.protocol.Cursor;
import parley.protocol.text.TimeSpan;

/** Where in a room's history somebody begins to read. */
public sealed interface Since {

    /** What stands for the first message that is kept. */
    String START = "start";
    /** All forms, for a sentence that says so. */
    String FORMS = "start, a time like 10m, 12:00, 2026-01-31 or 2026-01-31T12:00:00Z, or a cursor";

    /** With the first message that is kept. */
    record Start() implements Since {
    }

    /** With the first message of that time or later. */
    record Time(Instant at) implements Since {
    }

    /** With the message after that one. */
    record After(Cursor cursor) implements Since {
    }

    /**
     * Reads what a person wrote: {@code start}; a length of time back from now, {@code 10m}; a time of the day,
     * {@code 12:00}, the last that has been; a day or a time of a day, {@code 2026-01-31T12:00}, in that zone unless it
     * names one; all else is a cursor.
     */
    static Since read(String text, Instant now, ZoneId zone) {
        if (text.equals(START)) {
            return new Start();
        }
        Stream<Function<String, Instant>> forms = Stream.of(it -> now.minus(TimeSpan.read(it).orElseThrow(Since::none)),
                it -> last(LocalTime.parse(it), now.atZone(zone)), it -> OffsetDateTime.parse(it).toInstant(),
                it -> LocalDateTime.parse(it).atZone(zone).toInstant(),
                it -> LocalDate.parse(it).atStartOfDay(zone).toInstant());
        return forms.flatMap(form -> attempt(form, text).stream()).findFirst().<Since>map(Time::new)
                .orElseGet(() -> new After(new Cursor(text)));
    }

    private static DateTimeException none() {
        return new DateTimeException("no time");
    }

    private static Optional<Instant> attempt(Function<String, Instant> form, String text) {
        try {
            return Optional.of(form.apply(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant last(LocalTime time, ZonedDateTime now) {
        ZonedDateTime today = now.with(time);
        return (today.isAfter(now) ? now.minusDays(1).with(time) : today).toInstant();
    }
}
