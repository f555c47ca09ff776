package parley.chatc.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parley.protocol.Command;
import parley.protocol.Cursor;

class PlaceTest {

    private final Place place = new Place(new Command.Join("#lobby"));

    private static Cursor at(int position) {
        return new Cursor(Integer.toString(position));
    }

    @Test
    void it_resumes_from_the_last_that_was_told() {
        assertThat(place.resume()).isEmpty();
        place.told(at(1));
        place.told(at(2));
        assertThat(place.resume()).contains(at(2));
        assertThat(place.hasTold(at(2))).as("there is no need to remember").isFalse();
    }

    @Test
    void an_empty_history_is_resumed_from_its_beginning_and_a_later_look_at_it_changes_nothing() {
        place.toldOfEnd(Cursor.NONE);
        assertThat(place.resume()).contains(Cursor.NONE);
        place.told(at(7));
        place.toldOfEnd(at(3));
        assertThat(place.resume()).contains(at(7));
    }

    @Test
    void while_an_answer_is_missing_it_resumes_from_before_and_knows_what_it_was_told_since() {
        place.told(at(1));
        place.saying("a");
        place.told(at(2)); // its own message, perhaps: the echo came, the answer did not
        assertThat(place.resume()).contains(at(1));
        assertThat(place.hasTold(at(2))).isTrue();
        place.saying("a"); // again, on the next connection
        place.told(at(3));
        place.said("a");
        assertThat(place.resume()).contains(at(3));
    }
}
