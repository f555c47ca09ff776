package parley.chatd.core;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Which session has which nick: the engine holds that, for as long as its lease is renewed. Any thread. */
final class Nicks {

    /** How long a nick stays with a server that is not heard of any more. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    /** Keeps up who is called what. */
    private final class Present implements Engine.Presence {
        @Override
        public void came(Nick nick, long owner) {
            Session session = sessions.get(owner);
            if (session != null) {
                byNick.put(nick.key(), session);
                Nick old = session.nick();
                if (old != null && old.key().equals(nick.key())) {
                    byText.remove(old.text()); // it is not given back, because it counts as the same
                }
                byText.put(nick.text(), session);
            }
            watchers.forEach(watcher -> watcher.came(nick, owner));
        }

        @Override
        public void went(Nick nick, long owner) {
            byNick.computeIfPresent(nick.key(), (key, session) -> session.id() == owner ? null : session);
            byText.computeIfPresent(nick.text(), (text, session) -> session.id() == owner ? null : session);
            watchers.forEach(watcher -> watcher.went(nick, owner));
        }
    }

    private final Engine engine;
    private final Map<Long, Session> sessions;
    private final Map<String, Session> byNick = new ConcurrentHashMap<>();
    /** The same, for those who have a nick as it is written, and no time to fold it. */
    private final Map<String, Session> byText = new ConcurrentHashMap<>();
    private final List<Engine.Presence> watchers = new CopyOnWriteArrayList<>();
    /** When the leases are to be renewed. Only the thread that ticks. */
    private Instant renewal = Instant.MIN;

    /** @param sessions all of this server, as they come and go */
    Nicks(Engine engine, Map<Long, Session> sessions) {
        this.engine = engine;
        this.sessions = sessions;
        engine.watch(new Present());
    }

    /** Has somebody else told, too, of who comes and goes. */
    void watch(Engine.Presence watcher) {
        watchers.add(watcher);
    }

    /** Who has a nick, or one that counts as the same. */
    Optional<Session> find(Nick nick) {
        return Optional.ofNullable(byNick.get(nick.key()));
    }

    /** Who has a nick that is written exactly so. */
    Optional<Session> findExactly(String text) {
        return Optional.ofNullable(byText.get(text));
    }

    /** The nick that somebody has who has not quite this one, as the end of a sentence. */
    String lookalike(Nick nick) {
        return find(nick).map(Session::nick).filter(had -> !had.text().equalsIgnoreCase(nick.text()))
                .map(had -> ", as " + had.text() + ", which counts as the same").orElse("");
    }

    /** Gives the session a nick unless another has it. An old one stays its own until it is given back. */
    boolean claim(Session session, Nick nick) {
        boolean claimed = engine.claim(nick, session.id(), LEASE);
        if (claimed) {
            session.setNick(nick);
        }
        return claimed;
    }

    /** Takes a nick back from the session. */
    void release(Session session, Nick nick) {
        engine.release(nick, session.id());
    }

    /** Renews the leases if it is time to. */
    void tick(Instant now) {
        if (!now.isBefore(renewal)) {
            renewal = now.plus(LEASE.dividedBy(3));
            sessions.values().forEach(this::renew);
        }
    }

    /** Who was away for so long that another has the nick is who they were no longer. */
    private void renew(Session session) {
        Nick nick = session.nick();
        if (nick != null && !engine.renew(nick, session.id(), LEASE) && nick.equals(session.nick())) {
            session.end("another has the nick now");
        }
    }
}
