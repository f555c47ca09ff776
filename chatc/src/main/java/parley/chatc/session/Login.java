package parley.chatc.session;

import org.jspecify.annotations.Nullable;
import parley.protocol.Password;

/**
 * Where to go, and as whom.
 *
 * @param password of the account that the nick wished for has; it is shown with no other nick
 */
public record Login(Server server, NickWish wish, @Nullable Password password) {

    @Nullable Password passwordOf(String nick) {
        return nick.equals(wish.nick()) ? password : null;
    }
}
