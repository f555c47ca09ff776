package parley.protocol.irc;

/** What a server of this project promises of IRC beyond what every server does, as tokens of {@code RPL_ISUPPORT}. */
public final class Promise {

    /**
     * A ping is a fence: when a client has the answer to its own, it has all that came of what others did who had the
     * answers to theirs before.
     */
    public static final String FENCE = "parley/FENCE";

    private Promise() {
    }
}
