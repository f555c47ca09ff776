package parley.chatc.session;

import org.jspecify.annotations.Nullable;
import parley.protocol.Password;

/**
 * Where to go, and as whom.
 *
 * @param password of the account that the nick wished for has; it is shown with no other nick
 */
public record Login(Server server, NickWish wish, @Nullable Password password) {

    /** What comes in there again and again. */
    public Opening opening(boolean echo) {
        return (now, resume, listener) -> Session.open(this, now, echo, resume, listener);
    }

    @Nullable Password passwordOf(String nick) {
        return nick.equals(wish.nick()) ? password : null;
    }
}
