package parley.chatd.core;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a session was last heard of, and whether it has been asked for a sign of life since. Any thread. */
final class Liveness {

    private volatile Instant heard;
    /** When it was asked for a sign of life that has not come yet. */
    private volatile @Nullable Instant asked;

    /** What there is to do about somebody who is silent. */
    enum Due {
        NOTHING, ASK, END
    }

    Liveness(Instant opened) {
        this.heard = opened;
    }

    void hear(Instant now) {
        heard = now;
        asked = null;
    }

    /** Nobody times out unasked, however late this is called: the machine may have slept. */
    Due due(Duration idle, Instant now) {
        Instant question = asked;
        if (question == null && isOver(idle, heard, now)) {
            asked = now;
            return Due.ASK;
        }
        return question != null && isOver(idle, question, now) ? Due.END : Due.NOTHING;
    }

    static boolean isOver(Duration time, Instant since, Instant now) {
        return Duration.between(since, now).compareTo(time) >= 0;
    }
}
