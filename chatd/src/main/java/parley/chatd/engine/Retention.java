package parley.chatd.engine;

import java.time.Duration;

/**
 * How much of each room's history is kept.
 *
 * @param messages so many, and for some time up to a sixteenth more
 * @param age messages older than this go
 */
public record Retention(int messages, Duration age) {
    public static final Retention DEFAULT = new Retention(100_000, Duration.ofDays(365));

    Retention atMost(int most) {
        return new Retention(Math.min(messages, most), age);
    }
}
