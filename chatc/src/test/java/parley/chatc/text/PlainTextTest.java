package parley.chatc.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import parley.protocol.Cursor;
import parley.protocol.Event;
import parley.protocol.Role;

class PlainTextTest {

    private static final Instant AT = Instant.parse("2026-01-31T07:05:59Z");

    private static Event.Said said(String from, String text) {
        return new Event.Said("#lobby", new Cursor("1"), from, text, AT, false);
    }

    @Test
    void a_message_is_one_line_with_the_time_of_the_zone() {
        assertThat(new PlainText(ZoneOffset.UTC).line(said("bob", "hi"))).isEqualTo("07:05 bob: hi");
        assertThat(new PlainText(ZoneId.of("Asia/Tokyo")).line(said("bob", "hi"))).isEqualTo("16:05 bob: hi");
    }

    @Test
    void what_is_private_says_so() {
        assertThat(new PlainText(ZoneOffset.UTC).line(new Event.ToldRole("#tea", Role.VOICE, "bob", "psst", AT)))
                .endsWith(" bob → voices of #tea: psst");
        assertThat(new PlainText(ZoneOffset.UTC).line(new Event.Told("bob", "psst", AT)))
                .isEqualTo("07:05 bob → you: psst");
    }

    @Test
    void neither_text_nor_nick_can_break_out_of_the_line() {
        assertThat(new PlainText(ZoneOffset.UTC).line(said("b\nob\u001b[1A", "one\n12:00 eve: two\u001b[2J")))
                .isEqualTo("07:05 b⏎ob␛[1A: one⏎12:00 eve: two␛[2J");
    }

    @Test
    void what_nobody_said_has_no_line() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlainText(ZoneOffset.UTC).line(new Event.Joined("#lobby", "bob")));
    }
}
