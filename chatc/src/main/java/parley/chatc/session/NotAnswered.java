package parley.chatc.session;

import java.io.IOException;

/** A session is over, or lost a connection, before this was answered. */
public final class NotAnswered extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean sent;

    /**
     * @param sent whether it was sent, so that nobody knows whether it was done
     */
    NotAnswered(boolean sent, String why) {
        super(why);
        this.sent = sent;
    }

    /** Whether it was sent, so that nobody knows whether it was done; otherwise it was not. */
    public boolean isInDoubt() {
        return sent;
    }
}
