package parley.chatc.session;

import java.io.IOException;
import parley.protocol.Event;

/** The server refused what chatc cannot go on without. The message is the server's own. */
public final class NotDone extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Event.Refused refused;

    public NotDone(Event.Refused refused) {
        super(refused.text());
        this.refused = refused;
    }

    /** Whether the same hello may do later: while a connection that is dead holds the nick, or the server is busy. */
    boolean mayPass() {
        return switch (refused.why()) {
            case NICK_INVALID, NICK_RESERVED, PASSWORD_WRONG, BANNED, FIELD_INVALID, UNKNOWN_COMMAND -> false;
            default -> true;
        };
    }

    /** What the server said. */
    public Event.Refused refused() {
        return refused;
    }
}
