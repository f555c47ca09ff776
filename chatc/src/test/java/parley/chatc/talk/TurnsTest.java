package parley.chatc.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final List<RuntimeException> defects = new ArrayList<>();
    private final Turns turns = new Turns(defects::add);

    @Test
    void they_are_done_in_their_order_from_the_start_on() {
        List<Integer> done = new ArrayList<>();
        IntStream.range(0, 1000).forEach(i -> turns.execute(() -> done.add(i)));
        assertThat(done).isEmpty();
        turns.start();
        turns.await(() -> done.add(1000));
        assertThat(done).containsExactlyElementsOf(IntStream.rangeClosed(0, 1000).boxed().toList());
    }

    @Test
    void one_that_fails_does_not_keep_the_next_from_being_done() {
        IllegalStateException defect = new IllegalStateException("a defect");
        turns.start();
        turns.execute(() -> {
            throw defect;
        });
        List<String> done = new ArrayList<>();
        turns.await(() -> done.add("next"));
        assertThat(defects).containsExactly(defect);
        assertThat(done).containsExactly("next");
    }
}
