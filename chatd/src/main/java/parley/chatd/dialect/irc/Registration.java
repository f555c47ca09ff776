package parley.chatd.dialect.irc;

import org.jspecify.annotations.Nullable;
import parley.protocol.Password;

/** What a client has said of itself before it is welcomed. Only on the connection's thread. */
final class Registration {

    private @Nullable String nick;
    private boolean user;
    private @Nullable Password password;
    private boolean negotiating;

    @Nullable String nick() {
        return nick;
    }

    void setNick(@Nullable String wanted) {
        nick = wanted;
    }

    void sawUser() {
        user = true;
    }

    @Nullable Password password() {
        return password;
    }

    void setPassword(Password given) {
        password = given;
    }

    /** Whether the client still asks what the server can do. */
    void setNegotiating(boolean still) {
        negotiating = still;
    }

    /** Whether nothing is missing. */
    boolean isComplete() {
        return nick != null && user && !negotiating;
    }
}
