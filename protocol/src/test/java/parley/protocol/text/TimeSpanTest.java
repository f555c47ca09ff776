package parley.protocol.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSpanTest {

    @ParameterizedTest
    @CsvSource({"250ms,250", "30s,30000", "1.5m,90000", "12h,43200000", "7d,604800000", "0.25s,250",
            "1000000d,86400000000000"})
    void aNumberAndAUnitAreALengthOfTime(String text, long millis) {
        assertThat(TimeSpan.read(text)).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "s", "0s", "-1s", "1 s", "1S", "1w", "1.s", ".5s", "0.1ms", "1000001d",
            "99999999999s", "1e3s", "٣s"})
    void anythingElseIsNone(String text) {
        assertThat(TimeSpan.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"250,250ms", "30000,30s", "90000,90s", "3600000,1h", "86400000,1d", "1500,1500ms"})
    void itIsWrittenInTheLargestUnitThatLeavesNoFraction(long millis, String text) {
        assertThat(TimeSpan.write(Duration.ofMillis(millis))).isEqualTo(text);
    }

    @Test
    void whatIsWrittenIsReadAsTheSame() {
        for (long millis = 1; millis < 1L << 40; millis = millis * 3 + 1) {
            Duration span = Duration.ofMillis(millis);
            assertThat(TimeSpan.read(TimeSpan.write(span))).contains(span);
        }
    }
}
