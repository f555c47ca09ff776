package parley.scenarios.recording;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parley.protocol.recording.Entry;
import parley.protocol.recording.Marks;
import parley.protocol.recording.Side;
import parley.scenarios.recording.Finding.Arrived;
import parley.scenarios.recording.Finding.Expected;

/**
 * What is expected in a play, and what has come, seat by seat; what is of one lane is held against each other as soon as
 * both are there. The thread that plays expects and waits, the readers of the connections tell what came. One lock guards
 * the seats, the comparer and the judge; nothing is sent while it is held.
 */
final class Ledger {

    private static final int MOST_UNEXPECTED = 10_000;

    private final Comparer comparer;
    private final Judge judge;
    private final Duration within;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Seat> seats = new LinkedHashMap<>();
    private int pending;
    private long progress;
    private boolean stopped;

    /** @param within how long to wait for what must come, since the last thing that came */
    Ledger(Comparer comparer, Judge judge, Duration within) {
        this.comparer = comparer;
        this.judge = judge;
        this.within = within;
    }

    void add(Seat seat) {
        locked(() -> {
            seats.put(seat.who(), seat);
            return seat;
        });
    }

    /** The seat of that connection; null if it has none. */
    @Nullable Seat seat(String who) {
        return lockedOrNull(() -> seats.get(who));
    }

    /** All who took part so far. */
    List<Seat> seats() {
        return locked(() -> List.copyOf(seats.values()));
    }

    /** A line as it is said in this run. */
    String said(Side acts, Entry.Line line) {
        return locked(() -> Message.rewrite(acts, line.text(),
                (name, field) -> comparer.said(line.who(), field, line.marks())));
    }

    /** Takes note of a line for those who look on, or into a failure. */
    void note(Seat seat, Side from, String text) {
        locked(() -> {
            seat.remember(from == Side.CLIENT ? "->" : "<-", text);
            judge.said(seat, from, text);
            return seat;
        });
    }

    /** Expects something; it may have come already. */
    void expect(Seat seat, Expected expected) {
        locked(() -> {
            Optional<Seat.Pair> pair = seat.expect(expected);
            pending += pair.isPresent() ? 0 : 1;
            pair.ifPresent(it -> judge(seat, it));
            return pair;
        });
    }

    /** Something has come. */
    void arrive(Seat seat, Arrived got) {
        locked(() -> {
            seat.learn(got.message());
            if (!got.message().chatter() && !stopped) {
                pairUp(seat, got);
            }
            return got;
        });
    }

    private void pairUp(Seat seat, Arrived got) {
        Optional<Seat.Pair> pair = seat.arrive(got);
        if (pair.isPresent()) {
            pending--;
            progress = System.nanoTime();
            judge(seat, pair.get());
        } else if (seat.arrived().size() > MOST_UNEXPECTED) {
            found(new Finding.Surplus(seat, got));
        }
        changed.signalAll();
    }

    private void judge(Seat seat, Seat.Pair pair) {
        Marks marks = pair.expected().entry() instanceof Entry.Heard heard ? heard.marks() : Marks.NONE;
        Optional<Difference> difference =
                comparer.compare(seat.who(), pair.expected().message(), marks, pair.got().message());
        if (difference.isPresent()) {
            found(new Finding.Differs(seat, pair.expected(), pair.got(), difference.get()));
        } else {
            judge.agreed(pair.expected(), pair.got());
        }
    }

    private void found(Finding finding) {
        stopped |= !judge.found(finding);
        changed.signalAll();
    }

    /** Waits until all that is expected has come; false if the play is over. */
    boolean settle() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            progress = System.nanoTime();
            while (pending > 0 && !stopped) {
                long left = progress + within.toNanos() - System.nanoTime();
                if (left <= 0 || isInVain()) {
                    giveUp();
                } else {
                    var _ = changed.awaitNanos(left);
                }
            }
            return !stopped;
        } finally {
            lock.unlock();
        }
    }

    /** Whether one from whom something is expected has gone. */
    private boolean isInVain() {
        return seats.values().stream().anyMatch(seat -> !seat.expected().isEmpty()
                && seat.arrived().stream().anyMatch(got -> got.message().isEnd()));
    }

    private void giveUp() {
        for (Seat seat : List.copyOf(seats.values())) {
            for (Expected expected : seat.expected()) {
                if (!stopped) {
                    found(new Finding.Missing(seat, expected, seat.arrived()));
                }
            }
            seat.clear();
        }
        pending = 0;
    }

    /** Finds what has come and is not expected: nothing more will be. */
    void close() {
        locked(() -> {
            seats.values().forEach(seat -> seat.arrived().stream()
                    .filter(got -> !got.message().isEnd() && !stopped)
                    .forEach(got -> found(new Finding.Surplus(seat, got))));
            return seats;
        });
    }

    /** Ends the play: whatever is expected will not come. */
    void stop() {
        locked(() -> {
            stopped = true;
            changed.signalAll();
            return true;
        });
    }

    boolean isStopped() {
        return locked(() -> stopped);
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Seat lockedOrNull(Supplier<@Nullable Seat> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
