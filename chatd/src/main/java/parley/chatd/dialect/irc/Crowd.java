package parley.chatd.dialect.irc;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Those who speak IRC, by their nick. Any thread. */
final class Crowd {

    private final Map<String, IrcSession> byNick = new ConcurrentHashMap<>();

    /** Somebody has a nick now. */
    void came(String nick, IrcSession who) {
        byNick.put(nick, who);
    }

    /** Somebody is about to have a nick, unless another has it: whoever is told that they came knows who they are. */
    void expect(String nick, IrcSession who) {
        byNick.putIfAbsent(nick, who);
    }

    /** They have it no longer. */
    void went(String nick, IrcSession who) {
        byNick.remove(nick, who);
    }

    /** Who has that nick, written as they write it. */
    Optional<IrcSession> named(String nick) {
        return Optional.ofNullable(byNick.get(nick));
    }

    Collection<IrcSession> all() {
        return byNick.values();
    }
}
