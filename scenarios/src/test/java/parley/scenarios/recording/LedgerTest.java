package parley.scenarios.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.protocol.recording.Entry;
import parley.protocol.recording.LineEnd;
import parley.protocol.recording.Marks;
import parley.protocol.recording.Side;
import parley.scenarios.recording.Finding.Arrived;
import parley.scenarios.recording.Finding.Expected;

class LedgerTest {

    private final Jury jury = new Jury(true, line -> {
    });
    private final Ledger ledger = new Ledger(new Comparer(Map.of()), jury, Duration.ofMillis(1));
    private final Seat seat = ledger.seat("c1", "carol", false);

    private static Message message(String from, String text) {
        return new Message("on said", "#a", false, Map.of("from", Field.fixed(from), "text", Field.fixed(text)));
    }

    private void expect(String from, String text, String... races) {
        ledger.expect(seat, new Expected(new Entry.Line(0, "c1", Side.SERVER, text, LineEnd.LF, Marks.NONE),
                message(from, text), 2, Set.of(races)));
    }

    private void arrive(String from, String text) {
        ledger.arrive(seat, new Arrived(text, message(from, text), 2));
    }

    @Test
    void of_all_that_does_not_come_the_first_is_found() throws InterruptedException {
        expect("al", "one");
        expect("al", "two");
        assertThat(ledger.settle()).isFalse();
        assertThat(jury.findings()).singleElement().isInstanceOf(Finding.Missing.class);
    }

    /** What raced may stand in the recording behind what came first: that is known when it has been read so far. */
    @Test
    void nothing_differs_before_all_is_known_that_may_come() throws InterruptedException {
        assertThat(ledger.settle()).isTrue();
        expect("al", "one", "bob");
        arrive("bob", "two");
        expect("bob", "two", "al");
        arrive("al", "one");
        assertThat(ledger.settle()).isTrue();
        assertThat(jury.findings()).isEmpty();
        assertThat(jury.agreed()).isEqualTo(2);
    }

    @Test
    void what_comes_when_all_is_over_counts_for_nothing() {
        expect("al", "one");
        ledger.stop();
        arrive("al", "one");
        assertThat(jury.agreed()).isZero();
    }

    /** Somebody who says far more than was recorded does not fill the memory. */
    @Test
    void what_nobody_expects_does_not_grow_for_ever() {
        for (int i = 0; i < 10_000; i++) {
            arrive("al", "on and on");
        }
        assertThat(ledger.isStopped()).isFalse();
        arrive("al", "on and on");
        assertThat(ledger.isStopped()).isTrue();
        assertThat(jury.findings()).singleElement().isInstanceOf(Finding.Surplus.class);
    }
}
