package parley.chatd.core;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until it is told to go on. */
final class FakeClock implements InstantSource {

    static final Instant NOON = Instant.parse("2026-01-31T12:00:00.123Z");

    private volatile Instant now = NOON;

    @Override
    public Instant instant() {
        return now;
    }

    synchronized void advance(Duration time) {
        now = now.plus(time);
    }
}
