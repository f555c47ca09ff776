package parley.chatd.core;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything by which somebody can be meant.
 *
 * @param nick null as long as they have none
 * @param account the one they are logged in to
 */
record Identity(@Nullable Nick nick, Optional<Account> account, Origin origin) {

    boolean isOperator() {
        return account.filter(Account::operator).isPresent();
    }
}
