package parley.scenarios.recording;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
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
final class Ledger implements Lane.Court {

    private static final int MOST_UNEXPECTED = 10_000;

    private final Comparer comparer;
    private final Judge judge;
    private final Duration within;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Seat> seats = new LinkedHashMap<>();
    /** Whether the recording has been read up to the next act, so that what is expected by then is known. */
    private boolean settling;
    private int missing;
    /** Where something has come that is not what was expected. */
    private final Set<Lane> parted = new LinkedHashSet<>();
    private long progress;
    private boolean stopped;

    /** @param within how long to wait for what must come, since the last thing that came */
    Ledger(Comparer comparer, Judge judge, Duration within) {
        this.comparer = comparer;
        this.judge = judge;
        this.within = within;
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

    /** A seat of a connection that begins. */
    Seat seat(String who, String nick, boolean irc) {
        Seat seat = new Seat(who, nick, irc, this);
        return locked(() -> {
            seats.put(who, seat);
            return seat;
        });
    }

    /** Expects something; it may have come already. */
    void expect(Seat seat, Expected expected) {
        locked(() -> {
            change(seat.lane(expected.message()), lane -> lane.expect(expected));
            return seat;
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
        Lane lane = seat.lane(got.message());
        progress = lane.missing() > 0 ? System.nanoTime() : progress;
        change(lane, it -> it.arrive(got));
        if (settling) {
            judgeFirst(lane);
        }
        if (seat.arrived().size() > MOST_UNEXPECTED) {
            found(new Finding.Surplus(seat, got, got.place()));
        }
        changed.signalAll();
    }

    /** Changes a lane, and keeps what is known of all of them. */
    private void change(Lane lane, Consumer<Lane> how) {
        missing -= lane.missing();
        how.accept(lane);
        missing += lane.missing();
        if (lane.parted()) {
            parted.add(lane);
        } else {
            parted.remove(lane);
        }
    }

    /** A difference is one only when all is known that may come before the next act. */
    private void judgeFirst(Lane lane) {
        if (strict() && lane.parted() && !stopped) {
            change(lane, Lane::judgeFirst);
        }
    }

    @Override
    public boolean strict() {
        return judge.strict();
    }

    @Override
    public Optional<Difference> difference(Seat seat, Expected expected, Arrived got) {
        return comparer.difference(seat.who(), expected.message(), marks(expected), got.message());
    }

    @Override
    public void agreed(Seat seat, Expected expected, Arrived got) {
        var _ = comparer.compare(seat.who(), expected.message(), marks(expected), got.message());
        judge.agreed(expected, got);
    }

    private static Marks marks(Expected expected) {
        return expected.entry() instanceof Entry.Heard heard ? heard.marks() : Marks.NONE;
    }

    @Override
    public void found(Finding finding) {
        if (!stopped) {
            stopped = !judge.found(finding);
            changed.signalAll();
        }
    }

    /** Waits until all that is expected has come; false if the play is over. */
    boolean settle() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            progress = System.nanoTime();
            settling = true;
            List.copyOf(parted).forEach(this::judgeFirst);
            while (missing > 0 && !stopped) {
                long left = progress + within.toNanos() - System.nanoTime();
                if (left <= 0 || isInVain()) {
                    giveUp();
                } else {
                    var _ = changed.awaitNanos(left);
                }
            }
            return !stopped;
        } finally {
            settling = false;
            lock.unlock();
        }
    }

    private List<Lane> lanes() {
        return seats.values().stream().flatMap(seat -> seat.lanes().stream()).toList();
    }

    /** Whether something has come somewhere that is not what was expected, though as much has come as was. */
    boolean parted() {
        return locked(() -> !parted.isEmpty());
    }

    /** Whether one from whom something is expected has gone. */
    private boolean isInVain() {
        return seats.values().stream().anyMatch(seat -> seat.missing() > 0
                && seat.arrived().stream().anyMatch(got -> got.message().isEnd()));
    }

    private void giveUp() {
        for (Seat seat : List.copyOf(seats.values())) {
            List<Arrived> instead = seat.arrived();
            for (Lane lane : seat.lanes()) {
                if (lane.missing() > 0 && strict()) {
                    lane.expected().forEach(expected -> found(new Finding.Missing(seat, expected, instead)));
                } else if (lane.missing() > 0) {
                    change(lane, Lane::end);
                }
            }
        }
    }

    /** Finds what has come and is not expected: nothing more will be. */
    void close() {
        locked(() -> {
            lanes().forEach(lane -> change(lane, Lane::end));
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
