package parley.chatc.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import parley.chatc.talk.Row.Span;

class PaintTest {

    private static final List<Row> ROWS = List.of(
            Row.of(new Span(Look.Tone.QUIET, "12:00 "), new Span(new Look.OfNick(130), "bob"),
                    new Span(Look.Tone.PLAIN, ": hi")),
            Row.of(Look.Tone.ALERT, "no"));

    @Test
    void every_look_has_its_colour() {
        AttributedString painted = new Paint(true).paint(ROWS);
        assertThat(painted.toString()).isEqualTo("12:00 bob: hi\nno");
        assertThat(painted.toAnsi(256, null)).contains("38;5;244m12:00", "38;5;130mbob", "31mno");
    }

    @Test
    void no_color_means_none() {
        TerminalSetup setup = TerminalSetup.of(Map.of("NO_COLOR", "1"));
        assertThat(new Paint(setup.colour()).paint(ROWS).toAnsi(256, null)).isEqualTo("12:00 bob: hi\nno");
        assertThat(TerminalSetup.of(Map.of("NO_COLOR", "")).colour()).isTrue();
        assertThat(TerminalSetup.of(Map.of()).colour()).isTrue();
    }

    @Test
    void the_history_lies_where_xdg_says() {
        assertThat(TerminalSetup.of(Map.of("HOME", "/home/a", "XDG_STATE_HOME", "/state")).history().orElseThrow())
                .hasToString("/state/chatc/history");
        assertThat(TerminalSetup.of(Map.of("HOME", "/home/a", "XDG_STATE_HOME", "relative")).history().orElseThrow())
                .hasToString("/home/a/.local/state/chatc/history");
        assertThat(TerminalSetup.of(Map.of()).history()).isEmpty();
    }
}
