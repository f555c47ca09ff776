package parley.chatd.dialect.irc;

import java.util.HashMap;
import java.util.Map;
import parley.chatd.core.Engine;
import parley.chatd.core.Nick;

/** How many people are here, and how many were at most since the server began. Any thread. */
final class Turnout implements Engine.Presence {

    /** How many nicks each has: who takes another has two for a moment. */
    private final Map<Long, Integer> nicks = new HashMap<>();
    private int most;

    @Override
    public synchronized void came(Nick nick, long owner) {
        nicks.merge(owner, 1, Integer::sum);
        most = Math.max(most, nicks.size());
    }

    @Override
    public synchronized void went(Nick nick, long owner) {
        nicks.computeIfPresent(owner, (who, count) -> count == 1 ? null : count - 1);
    }

    synchronized int now() {
        return nicks.size();
    }

    synchronized int most() {
        return most;
    }
}
