package parley.scenarios.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.scenarios.recording.Finding.Arrived;
import parley.scenarios.recording.Finding.Expected;

/**
 * What one connection is expected to say in one place, where order counts, and what has come there. What agrees is taken
 * off at the front. Where the two part, they are held until they meet again: what stands before that was changed, left
 * out or added, and what stands behind it may be as it was. Guarded by its play.
 */
final class Lane {

    /** How far both may go on apart before what stands in front is given up. */
    private static final int MOST_APART = 200;

    private final Seat seat;
    private final Court court;
    private final List<Expected> expected = new ArrayList<>();
    private final List<Arrived> arrived = new ArrayList<>();
    /** The last line of the recording that something has come for. */
    private long reached;

    /** Says whether what came is what was expected, and takes what is found. */
    interface Court {
        /** In what they differ; nothing is learnt of it. */
        Optional<Difference> difference(Seat seat, Expected expected, Arrived got);

        void agreed(Seat seat, Expected expected, Arrived got);

        void found(Finding finding);

        /** Whether the first finding is enough: then it does not matter where both meet again. */
        boolean strict();
    }

    Lane(Seat seat, Court court) {
        this.seat = seat;
        this.court = court;
    }

    void expect(Expected line) {
        expected.add(line);
        takeWhatAgrees();
        for (int i = 0; i < arrived.size() && parted() && !court.strict(); i++) {
            if (court.difference(seat, line, arrived.get(i)).isEmpty()) {
                meetAgain(expected.size() - 1, i);
            }
        }
        giveUpIfTooFarApart();
    }

    void arrive(Arrived got) {
        arrived.add(got);
        takeWhatAgrees();
        for (int i = 0; i < expected.size() && parted() && !court.strict(); i++) {
            if (court.difference(seat, expected.get(i), got).isEmpty()) {
                meetAgain(i, arrived.size() - 1);
            }
        }
        giveUpIfTooFarApart();
    }

    /** Where what came last, or was expected last, has a partner, what stands before both has none. */
    private void meetAgain(int lines, int others) {
        part(lines, others);
        takeWhatAgrees();
    }

    private void giveUpIfTooFarApart() {
        if (Math.min(expected.size(), arrived.size()) > MOST_APART) {
            part(MOST_APART, MOST_APART);
        }
    }

    /** How many lines have still to come. */
    int missing() {
        return Math.max(0, expected.size() - arrived.size());
    }

    /** Whether something has come that is not what was expected. */
    boolean parted() {
        return !expected.isEmpty() && !arrived.isEmpty();
    }

    List<Expected> expected() {
        return expected;
    }

    List<Arrived> arrived() {
        return arrived;
    }

    private void takeWhatAgrees() {
        boolean more = parted();
        while (more) {
            int at = partner(arrived.getFirst());
            if (at >= 0) {
                agree(at);
            }
            more = at >= 0 && parted();
        }
    }

    /**
     * What has come may be the first that is expected, or what somebody did who acted without having seen what the ones
     * before did: a server may do that in either order.
     */
    private int partner(Arrived got) {
        for (int i = 0; i < expected.size(); i++) {
            if (expected.get(i).mayOvertake(expected.subList(0, i))
                    && court.difference(seat, expected.get(i), got).isEmpty()) {
                return i;
            }
        }
        return -1;
    }

    private void agree(int at) {
        Expected line = expected.remove(at);
        reached = Math.max(reached, line.place());
        court.agreed(seat, line, arrived.removeFirst());
    }

    /** The first of them that differ are found, for who wants to know no more. */
    void judgeFirst() {
        if (parted()) {
            part(1, 1);
        }
    }

    /** Nothing more is to come for what is expected. */
    void end() {
        part(expected.size(), arrived.size());
    }

    /** Tells of so many that have nothing to do with each other; those of the same kind are the same line, changed. */
    private void part(int lines, int others) {
        List<Expected> wanted = take(expected, lines);
        List<Arrived> came = take(arrived, others);
        int next = 0;
        for (Expected line : wanted) {
            int at = lines == others ? next : next(came, next, line.message().name());
            for (; next < at; next++) {
                surplus(came.get(next), line.place() - 1);
            }
            if (at < 0) {
                court.found(new Finding.Missing(seat, line, List.of()));
            } else {
                differ(line, came.get(next++));
            }
        }
        for (; next < came.size(); next++) {
            surplus(came.get(next), expected.isEmpty() ? Long.MAX_VALUE : expected.getFirst().place() - 1);
        }
    }

    private void differ(Expected line, Arrived got) {
        reached = Math.max(reached, line.place());
        Optional<Difference> difference = court.difference(seat, line, got);
        if (difference.isPresent()) {
            court.found(new Finding.Differs(seat, line, got, difference.get()));
        } else {
            court.agreed(seat, line, got);
        }
    }

    /** @param before the last line of the recording that it can stand behind */
    private void surplus(Arrived got, long before) {
        if (!got.message().isEnd()) {
            court.found(new Finding.Surplus(seat, got, Math.min(before, Math.max(got.place(), reached))));
        }
    }

    private static int next(List<Arrived> came, int from, String name) {
        for (int i = from; i < came.size(); i++) {
            if (came.get(i).message().name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static <T> List<T> take(List<T> list, int count) {
        List<T> front = list.subList(0, count);
        List<T> taken = List.copyOf(front);
        front.clear();
        return taken;
    }
}
