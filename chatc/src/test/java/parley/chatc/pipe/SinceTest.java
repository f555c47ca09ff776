package parley.chatc.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.protocol.Cursor;

class SinceTest {

    /** 13:00 in Berlin. */
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Since read(String text) {
        return Since.read(text, NOW, BERLIN);
    }

    @ParameterizedTest
    @CsvSource({"10m,2026-01-31T11:50:00Z", "1.5h,2026-01-31T10:30:00Z", "2d,2026-01-29T12:00:00Z",
            "2026-01-31T09:00:00Z,2026-01-31T09:00:00Z", "2026-01-31T09:00:00.123Z,2026-01-31T09:00:00.123Z",
            "2026-01-31T09:00:00+05:30,2026-01-31T03:30:00Z", "2026-01-31T09:00,2026-01-31T08:00:00Z",
            "2026-01-30,2026-01-29T23:00:00Z", "2025-07-01T09:00:00,2025-07-01T07:00:00Z"})
    void a_time_is_a_span_back_or_a_moment_in_the_readers_zone(String text, Instant at) {
        assertThat(read(text)).isEqualTo(new Since.Time(at));
    }

    @ParameterizedTest
    @CsvSource({"12:59,2026-01-31T11:59:00Z", "13:00,2026-01-31T12:00:00Z", "13:01,2026-01-30T12:01:00Z",
            "23:59:59,2026-01-30T22:59:59Z"})
    void a_time_of_the_day_is_the_last_that_has_been(String text, Instant at) {
        assertThat(read(text)).isEqualTo(new Since.Time(at));
    }

    @Test
    void start_is_the_start() {
        assertThat(read("start")).isEqualTo(new Since.Start());
    }

    @ParameterizedTest
    @ValueSource(strings = {"42", "0", "10 minutes", "2026-02-31", "25:00", ""})
    void all_else_is_a_cursor_for_the_server_to_judge(String text) {
        assertThat(read(text)).isEqualTo(new Since.After(new Cursor(text)));
    }
}
