package parley.chatd.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import parley.chatd.core.Engine.Presence;
import parley.chatd.core.Nick;

/** Who holds which nick, where one process holds them all. Any thread. */
final class NickClaims {

    private final InstantSource clock;
    private final Map<String, Claim> claims = new ConcurrentHashMap<>();
    private volatile Presence watcher = Presence.NOBODY_WATCHES;

    /** A nick that is somebody's until a point in time, and after that until somebody else wants it. */
    private record Claim(Nick nick, long owner, Instant until) {
    }

    NickClaims(InstantSource clock) {
        this.clock = clock;
    }

    void watch(Presence presence) {
        watcher = presence;
    }

    boolean claim(Nick nick, long owner, Duration lease) {
        Instant now = clock.instant();
        return claims.compute(nick.key(), (key, held) -> {
            if (held != null && held.owner() != owner && held.until().isAfter(now)) {
                return held;
            }
            tell(held, nick, owner);
            return new Claim(nick, owner, now.plus(lease));
        }).owner() == owner;
    }

    private void tell(@Nullable Claim held, Nick nick, long owner) {
        if (held != null && held.owner() != owner) {
            watcher.went(held.nick(), held.owner());
        }
        if (held == null || held.owner() != owner) {
            watcher.came(nick, owner);
        }
    }

    boolean renew(Nick nick, long owner, Duration lease) {
        Claim renewed = claims.computeIfPresent(nick.key(), (key, held) -> held.owner() == owner
                ? new Claim(held.nick(), owner, clock.instant().plus(lease))
                : held);
        return renewed != null && renewed.owner() == owner;
    }

    void release(Nick nick, long owner) {
        claims.computeIfPresent(nick.key(), (key, held) -> {
            if (held.owner() != owner) {
                return held;
            }
            watcher.went(held.nick(), owner);
            return null;
        });
    }
}
