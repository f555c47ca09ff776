package parley.chatd.dialect.irc;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import parley.chatd.core.Engine;
import parley.chatd.core.Nick;
import parley.protocol.irc.Numeric;

/** Who wants to know when whom comes and goes (IRCv3 MONITOR). Any thread; told in the midst of others' coming. */
final class Monitors implements Engine.Presence {

    private final Map<String, Set<IrcSession>> byNick = new ConcurrentHashMap<>();

    void add(Nick nick, IrcSession watcher) {
        byNick.computeIfAbsent(nick.key(), key -> ConcurrentHashMap.newKeySet()).add(watcher);
    }

    void remove(Nick nick, IrcSession watcher) {
        byNick.computeIfPresent(nick.key(), (key, watchers) -> {
            watchers.remove(watcher);
            return watchers.isEmpty() ? null : watchers;
        });
    }

    /** Who watches a nick. */
    Set<IrcSession> of(Nick nick) {
        return byNick.getOrDefault(nick.key(), Set.of());
    }

    @Override
    public void came(Nick nick, long owner) {
        of(nick).forEach(it -> it.tell(it.saying(Numeric.RPL_MONONLINE, Sources.of(nick.text()))));
    }

    @Override
    public void went(Nick nick, long owner) {
        of(nick).forEach(it -> it.tell(it.saying(Numeric.RPL_MONOFFLINE, nick.text())));
    }

    /** Whether nobody watches anybody. */
    boolean isEmpty() {
        return byNick.isEmpty();
    }
}
