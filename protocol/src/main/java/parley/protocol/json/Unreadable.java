package parley.protocol.json;

import parley.protocol.Event;
import parley.protocol.Refusal;

/** Why a line, or one field of it, could not be read. Never leaves this package: it becomes a refusal. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final Refusal why;
    private final String about;
    private final String text;

    Unreadable(Refusal why, String about, String text) {
        super(text, null, false, false);
        this.why = why;
        this.about = about;
        this.text = text;
    }

    Event.Refused refused() {
        return new Event.Refused(why, about, text);
    }

    String text() {
        return text;
    }
}
