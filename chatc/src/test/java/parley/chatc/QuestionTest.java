package parley.chatc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import parley.protocol.Cursor;
import parley.protocol.Event;

class QuestionTest {

    private final Question question =
            new Question("#lobby", "al", "go?", Wanted.of(null, Pattern.compile("^go"), note -> {
            }));

    private static Event said(String room, String from, String text) {
        return new Event.Said(room, new Cursor("1"), from, text, Instant.EPOCH, false);
    }

    @Test
    void what_was_said_before_it_is_no_answer() {
        assertThat(question.isAnsweredBy(said("#lobby", "bob", "go"))).isFalse();
        assertThat(question.isAnsweredBy(said("#lobby", "al", "go?"))).isFalse();
        assertThat(question.isAnsweredBy(said("#lobby", "bob", "go"))).isTrue();
    }

    @Test
    void what_is_said_elsewhere_is_none() {
        question.isAnsweredBy(said("#lobby", "al", "go?"));
        assertThat(question.isAnsweredBy(said("#dev", "bob", "go"))).isFalse();
        assertThat(question.isAnsweredBy(new Event.Joined("#lobby", "go"))).isFalse();
    }

    @Test
    void what_is_told_to_the_one_who_asks_is() {
        assertThat(question.isAnsweredBy(new Event.Told("bob", "go on", Instant.EPOCH))).isTrue();
        assertThat(question.isAnsweredBy(new Event.Told("bob", "no go", Instant.EPOCH))).isFalse();
    }
}
