package parley.chatc.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final List<Integer> WHOLE = List.of(100, 200, 400, 800, 1000, 1000);

    private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1), new Random(1));

    @Test
    void it_doubles_up_to_a_bound_and_is_a_little_different_for_everyone() {
        List<Duration> pauses = Stream.generate(backoff::next).limit(WHOLE.size()).toList();
        for (int i = 0; i < WHOLE.size(); i++) {
            assertThat(pauses.get(i)).isBetween(Duration.ofMillis(WHOLE.get(i) / 2), Duration.ofMillis(WHOLE.get(i)));
        }
        assertThat(pauses).doesNotHaveDuplicates();
    }

    @Test
    void once_it_worked_it_begins_anew() {
        Stream.generate(backoff::next).limit(5).forEach(pause -> {
        });
        backoff.reset();
        assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofMillis(100));
    }
}
