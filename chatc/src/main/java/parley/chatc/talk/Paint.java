package parley.chatc.talk;

import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Gives rows the looks they have on a terminal. */
record Paint(boolean colour) {

    private static final int GREY = 244;

    /** How many columns a text takes. */
    int columns(String text) {
        return new AttributedString(text).columnLength();
    }

    AttributedString paint(List<Row> rows) {
        AttributedStringBuilder painted = new AttributedStringBuilder();
        for (Row row : rows) {
            if (!painted.isEmpty()) {
                painted.style(AttributedStyle.DEFAULT).append('\n');
            }
            row.spans().forEach(span -> painted.append(span.text(), style(span.look())));
        }
        return painted.toAttributedString();
    }

    private AttributedStyle style(Look look) {
        if (!colour) {
            return look == Look.Tone.MENTION || look == Look.Tone.CURRENT
                    ? AttributedStyle.BOLD
                    : AttributedStyle.DEFAULT;
        }
        return switch (look) {
            case Look.Tone.PLAIN -> AttributedStyle.DEFAULT;
            case Look.Tone.QUIET -> AttributedStyle.DEFAULT.foreground(GREY);
            case Look.Tone.MENTION -> AttributedStyle.BOLD.foreground(AttributedStyle.MAGENTA);
            case Look.Tone.CURRENT -> AttributedStyle.BOLD;
            case Look.Tone.ALERT -> AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
            case Look.OfNick nick -> AttributedStyle.DEFAULT.foreground(nick.colour());
        };
    }
}
