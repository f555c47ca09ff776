package parley.chatd.core;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody the server knows. Their nick is theirs alone: nobody has it who does not prove to be them.
 *
 * @param nick the account's name, and the nick it reserves
 * @param password null if a password does not do
 * @param operator whether they are an operator of the server, and so of every room
 * @param certificates the {@linkplain Origin#certificate fingerprints} that do instead of a password
 */
public record Account(Nick nick, @Nullable PasswordHash password, boolean operator, Set<String> certificates) {

    public Account {
        certificates = Set.copyOf(certificates);
    }
}
