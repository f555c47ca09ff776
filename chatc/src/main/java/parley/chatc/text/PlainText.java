package parley.chatc.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import parley.protocol.Event;

/** Says what was said in one plain line, the same on a terminal and in a pipe: {@code HH:MM nick: text}. */
public final class PlainText {

    private final DateTimeFormatter time;

    /** Times are those of this zone. */
    public PlainText(ZoneId zone) {
        this.time = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(zone);
    }

    /**
     * The line for a message.
     *
     * @throws IllegalArgumentException if nobody said anything in this event
     */
    public String line(Event event) {
        return switch (event) {
            case Event.Said said -> line(said.at(), said.from(), said.text());
            case Event.Told told -> line(told.at(), told.from() + " → you", told.text());
            case Event.ToldRole told ->
                line(told.at(), told.from() + " → " + told.role().all() + " of " + told.room(), told.text());
            default -> throw new IllegalArgumentException("nobody said " + event);
        };
    }

    /** Whether somebody said something in this event. */
    public static boolean isOf(Event event) {
        return event instanceof Event.Said || event instanceof Event.Told || event instanceof Event.ToldRole;
    }

    private String line(Instant at, String who, String text) {
        return time.format(at) + " " + SafeText.line(who) + ": " + SafeText.line(text);
    }
}
