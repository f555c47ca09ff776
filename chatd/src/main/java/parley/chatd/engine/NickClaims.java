package parley.chatd.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import parley.chatd.core.Nick;

/** Who holds which nick, where one process holds them all. Any thread. */
final class NickClaims {

    private final Map<String, Long> owners = new ConcurrentHashMap<>();

    boolean claim(Nick nick, long owner) {
        return owners.merge(nick.key(), owner, (held, wanted) -> held) == owner;
    }

    void release(Nick nick, long owner) {
        owners.remove(nick.key(), owner);
    }
}
