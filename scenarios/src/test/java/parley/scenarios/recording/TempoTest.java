package parley.scenarios.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TempoTest {

    private static final long SECOND = 1_000_000;

    private static Duration waited(double speed, long micros) throws InterruptedException {
        long begun = System.nanoTime();
        new Tempo(speed, Duration.ofSeconds(1)).await(micros, begun);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Test
    void a_second_of_the_recording_is_as_long_as_the_speed_says() throws InterruptedException {
        assertThat(waited(10, SECOND)).isBetween(Duration.ofMillis(100), Duration.ofSeconds(9));
        assertThat(waited(0.5, SECOND / 10)).isBetween(Duration.ofMillis(200), Duration.ofSeconds(9));
        assertThat(waited(0, 1000 * SECOND)).isLessThan(Duration.ofSeconds(9));
    }
}
