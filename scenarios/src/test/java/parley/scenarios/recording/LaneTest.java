package parley.scenarios.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.protocol.recording.Entry;
import parley.protocol.recording.LineEnd;
import parley.protocol.recording.Marks;
import parley.protocol.recording.Side;
import parley.scenarios.recording.Finding.Arrived;
import parley.scenarios.recording.Finding.Expected;

class LaneTest {

    private final List<Finding> found = new ArrayList<>();
    private int agreed;
    private int compared;

    /** Lines agree that are the same. */
    private final Lane.Court court = new Lane.Court() {
        @Override
        public Optional<Difference> difference(Seat seat, Expected expected, Arrived got) {
            compared++;
            return expected.text().equals(got.text())
                    ? Optional.empty()
                    : Optional.of(new Difference("text", expected.text(), got.text()));
        }

        @Override
        public void agreed(Seat seat, Expected expected, Arrived got) {
            agreed++;
        }

        @Override
        public void found(Finding finding) {
            found.add(finding);
        }

        @Override
        public boolean strict() {
            return false;
        }
    };
    private final Lane lane = new Lane(new Seat("c1", "alice", false, court), court);

    private static Message message(String text) {
        return new Message("on said", "#a", false, Map.of("text", Field.fixed(text)));
    }

    private void expect(String text, long place) {
        lane.expect(new Expected(new Entry.Line(0, "c1", Side.SERVER, text, LineEnd.LF, Marks.NONE), message(text),
                place, Set.of()));
    }

    private void arrive(String text, long place) {
        lane.arrive(new Arrived(text, message(text), place));
    }

    /** What never meets again is given up, so that neither memory nor the search for a place to meet grows for ever. */
    @Test
    void what_goes_on_apart_for_too_long_is_given_up() {
        for (int i = 0; i < 200; i++) {
            expect("old " + i, i);
            arrive("new " + i, i);
        }
        assertThat(found).isEmpty();
        expect("old 200", 200);
        arrive("new 200", 200);
        assertThat(found).hasSize(200).allMatch(Finding.Differs.class::isInstance);
        assertThat(lane.expected()).hasSize(1);
        assertThat(lane.arrived()).hasSize(1);
        expect("same", 201);
        arrive("same", 201);
        assertThat(agreed).isEqualTo(1);
        assertThat(found).hasSize(201);
    }

    @Test
    void who_is_only_ahead_is_not_apart() {
        for (int i = 0; i < 500; i++) {
            expect("line " + i, i);
        }
        assertThat(lane.missing()).isEqualTo(500);
        for (int i = 0; i < 500; i++) {
            arrive("line " + i, i);
        }
        assertThat(found).isEmpty();
        assertThat(agreed).isEqualTo(500);
        assertThat(compared).isLessThan(1100);
    }

    /** The first of the kind is the same line, changed; what stands before it came besides. */
    @Test
    void a_line_of_another_kind_is_none_that_was_changed() {
        expect("old", 7);
        lane.arrive(new Arrived("joined", new Message("on joined", "#a", false, Map.of()), 3));
        arrive("new", 3);
        lane.end();
        assertThat(found).satisfiesExactly(
                first -> assertThat(((Finding.Surplus) first).after()).isEqualTo(3),
                second -> assertThat(((Finding.Differs) second).got().text()).isEqualTo("new"));
    }
}
