package parley.scenarios.recording;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import parley.protocol.recording.LineEnd;
import parley.protocol.recording.Side;

/**
 * Those who have connected and have no seat yet. One who says a nick of the recording gets the seat of that nick; others
 * get theirs in the order they came. Any thread.
 */
final class Newcomers {

    /** Who has said nothing for so long waits for the server to speak first. */
    private static final Duration SILENCE = Duration.ofMillis(500);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Newcomer> waiting = new ArrayList<>();
    private final Runnable spoke;
    private @Nullable String noMore;
    private volatile String keptOut = "";

    /** @param spoke is run for each that says something */
    Newcomers(Runnable spoke) {
        this.spoke = spoke;
    }

    /** One of them: hears for itself until it has a seat, and then tells all that to whoever hears for the seat. */
    private final class Newcomer implements Wire.Ear {

        private final Wire wire;
        private final List<Runnable> heard = new ArrayList<>();
        private final long since = System.nanoTime();
        private String nick = "";
        private Wire.@Nullable Ear ear;

        Newcomer(Wire wire) {
            this.wire = wire;
        }

        @Override
        public void line(String text, LineEnd end) {
            hear(next -> next.line(text, end), Cast.nick(Side.CLIENT, text));
        }

        @Override
        public void bytes(String bytes) {
            hear(next -> next.bytes(bytes), null);
        }

        @Override
        public void broke(IOException why) {
            keptOut(String.valueOf(why.getMessage()));
        }

        /** Who looked whether anybody is there, and went, was nobody. */
        @Override
        public void ended() {
            locked(() -> {
                if (heard.isEmpty()) {
                    waiting.remove(this);
                }
            });
            hear(Wire.Ear::ended, null);
        }

        private void hear(java.util.function.Consumer<Wire.Ear> event, @Nullable String said) {
            Wire.Ear next;
            lock.lock();
            try {
                next = ear;
                if (next == null) {
                    if (heard.isEmpty() && waiting.contains(this)) {
                        spoke.run();
                    }
                    heard.add(() -> event.accept(java.util.Objects.requireNonNull(ear)));
                    nick = said == null ? nick : said;
                    changed.signalAll();
                }
            } finally {
                lock.unlock();
            }
            if (next != null) {
                event.accept(next);
            }
        }

        /** What it said so far is heard before what it says from now on, since its reader has to wait for the lock. */
        void sit(Seat seat, Wire.Ear given) {
            seat.take(wire);
            ear = given;
            heard.forEach(Runnable::run);
        }

        boolean silent() {
            return heard.isEmpty() && System.nanoTime() - since > SILENCE.toNanos();
        }
    }

    /** Somebody has connected. */
    void come(Wire wire) {
        Newcomer newcomer = new Newcomer(wire);
        locked(() -> waiting.add(newcomer));
        wire.start(newcomer);
    }

    /** Somebody has tried to connect, and did not get in, for this reason. */
    void keptOut(String why) {
        locked(() -> keptOut = "; the last who tried did not get in: " + why);
    }

    /** What else is to be said where nobody has come; perhaps nothing. */
    String hint() {
        return keptOut;
    }

    /** Nobody else will come, for this reason. */
    void end(String why) {
        locked(() -> noMore = why);
    }

    /**
     * Gives a seat to the one it is for, and waits for that one.
     *
     * @param others the nicks of those who come later in the recording
     * @return why nobody has come; empty if somebody has
     */
    Optional<String> seat(Seat seat, Wire.Ear ear, Collection<String> others, Duration within)
            throws InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        lock.lockInterruptibly();
        try {
            Newcomer found = find(seat.toString(), others);
            while (found == null) {
                long left = deadline - System.nanoTime();
                if (left <= 0 || (noMore != null && waiting.isEmpty())) {
                    return Optional.of(noMore == null ? "nobody connected" : noMore);
                }
                var _ = changed.await(Math.min(left, waiting.isEmpty() ? left : SILENCE.toNanos()),
                        TimeUnit.NANOSECONDS);
                found = find(seat.toString(), others);
            }
            waiting.remove(found);
            found.sit(seat, ear);
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Newcomer find(String nick, Collection<String> others) {
        for (Newcomer newcomer : waiting) {
            if (newcomer.nick.equals(nick)) {
                return newcomer;
            }
        }
        for (Newcomer newcomer : waiting) {
            boolean stranger = !newcomer.nick.isEmpty() && !others.contains(newcomer.nick);
            if ((others.isEmpty() && !newcomer.heard.isEmpty()) || stranger || newcomer.silent()) {
                return newcomer;
            }
        }
        return null;
    }

    /** Lets those go who have no seat. */
    void close() {
        locked(() -> waiting.forEach(newcomer -> newcomer.wire.cut()));
    }

    private void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
