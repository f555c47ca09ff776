package parley.scenarios.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import parley.protocol.recording.Entry;
import parley.protocol.recording.LineEnd;
import parley.protocol.recording.Marks;
import parley.protocol.recording.RecordingReader;
import parley.protocol.recording.Side;
import parley.scenarios.recording.Finding.Arrived;
import parley.scenarios.recording.Finding.Expected;

/**
 * Acts one side of a recording and holds what the other side does against it.
 *
 * <p>It reads the recording from its beginning to its end, an entry at a time. What the other side said is expected from
 * then on. What this side said is said when everything that is expected has come: so it acts when it has seen what it had
 * seen in the recording, and never waits for a time. What comes is held against what is expected in the same lane of the
 * same connection, in its order; between lanes and connections there is no order. What comes before the recording has
 * reached it waits.
 *
 * <p>One thread plays; each connection has a reader. The lock guards the seats and what was found; it is never held while
 * something is sent.
 */
final class Play {

    private static final int MOST_UNEXPECTED = 10_000;

    private final Path file;
    private final Cast cast;
    private final Side acts;
    private final Ends ends;
    private final Comparer comparer;
    private final Judge judge;
    private final Tempo tempo;
    private final Fences fences;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Seat> seats = new LinkedHashMap<>();
    private final long begun = System.nanoTime();

    private final Set<String> hungUp = new HashSet<>();

    private int pending;
    private long progress;
    private volatile long place;
    private boolean stopped;
    private boolean truncated;

    /** Where connections come from. */
    interface Ends {
        /** Gives a seat its connection, and an ear to that. */
        void open(Seat seat, Wire.Ear ear) throws IOException, InterruptedException;
    }

    /** @param acts the side that is acted */
    Play(Path file, Cast cast, Side acts, Ends ends, Comparer comparer, Judge judge, Tempo tempo) {
        this.file = file;
        this.cast = cast;
        this.acts = acts;
        this.ends = ends;
        this.comparer = comparer;
        this.judge = judge;
        this.tempo = tempo;
        this.fences = new Fences(acts, tempo.within());
    }

    /** Plays to the end, or until the judge has seen enough. This side's streams are ended then. */
    void run() throws IOException, InterruptedException {
        try (RecordingReader reader = RecordingReader.open(file)) {
            for (Entry entry = reader.next(); entry != null && !isStopped(); entry = reader.next()) {
                place = reader.line();
                play(entry);
            }
            truncated = reader.warning().isPresent();
            finish();
        } finally {
            seats.values().forEach(seat -> seat.wire().ifPresent(Wire::hangUp));
        }
    }

    private void play(Entry entry) throws IOException, InterruptedException {
        switch (entry) {
            case Entry.Opened it -> open(it.who());
            case Entry.Heard it when it.from() == acts -> act(seat(it.who()), it);
            case Entry.Heard it -> expect(seat(it.who()), it, message(it));
            case Entry.Closed it when it.by() == acts -> hangUp(seat(it.who()));
            case Entry.Closed it when hungUp.contains(it.who()) && acts == Side.SERVER -> {
                // When a bot lets go of a connection that its server has ended already is nobody's business.
            }
            case Entry.Closed it -> expect(seat(it.who()), it, Message.END);
        }
    }

    private static Message message(Entry.Heard heard) {
        return switch (heard) {
            case Entry.Line it -> Message.of(it.from(), it.text());
            case Entry.Bytes it -> Message.ofBytes(it.bytes());
        };
    }

    private void open(String who) throws IOException, InterruptedException {
        if (!settle()) {
            return;
        }
        Seat seat = new Seat(who, cast.nick(who), cast.irc().contains(who));
        locked(() -> seats.put(who, seat));
        ends.open(seat, ear(seat));
    }

    private Seat seat(String who) throws IOException {
        Seat seat = seats.get(who);
        if (seat == null) {
            throw new IOException(file + ":" + place + ": " + who + " says something, but has not connected before");
        }
        return seat;
    }

    private void act(Seat seat, Entry.Heard entry) throws InterruptedException {
        if (skips(entry) || !settle() || seat.wire().isEmpty()) {
            return;
        }
        Wire wire = seat.wire().get();
        fences.before(seat);
        tempo.await(entry.micros(), begun);
        switch (entry) {
            case Entry.Line it -> {
                String text = read(() -> said(it));
                note(seat, acts, text);
                fences.within(wire, () -> wire.send(text, it.end()));
            }
            case Entry.Bytes it -> {
                note(seat, acts, it.bytes().length() + " bytes");
                fences.within(wire, () -> wire.sendBytes(it.bytes()));
            }
        }
    }

    /** Signs of life are given when they are asked for; a stand-in also asks for them where the server had. */
    private boolean skips(Entry.Heard entry) {
        if (!(entry instanceof Entry.Line line)) {
            return false;
        }
        Message message = Message.of(acts, line.text());
        boolean asks = !Message.pong(acts, line.text()).isEmpty();
        boolean life = message.chatter() && (asks || message.name().endsWith("pong") || message.name().equals("PONG"));
        return life && (acts == Side.CLIENT || !asks);
    }

    private String said(Entry.Line line) {
        return Message.rewrite(acts, line.text(),
                (name, field) -> comparer.said(line.who(), field, line.marks()));
    }

    private void hangUp(Seat seat) throws InterruptedException {
        hungUp.add(seat.who());
        if (settle()) {
            fences.before(seat);
            seat.wire().ifPresent(Wire::hangUp);
        }
    }

    private void expect(Seat seat, Entry entry, Message message) {
        if (message.chatter()) {
            return;
        }
        locked(() -> {
            Optional<Seat.Pair> pair = seat.expect(new Expected(entry, message, place));
            pending += pair.isPresent() ? 0 : 1;
            pair.ifPresent(it -> judge(seat, it));
        });
    }

    private Wire.Ear ear(Seat seat) {
        return new Wire.Ear() {
            @Override
            public void line(String text, LineEnd end) {
                String pong = Message.pong(acts.other(), text);
                if (!pong.isEmpty()) {
                    seat.wire().ifPresent(wire -> wire.send(pong, LineEnd.usual(pong)));
                }
                hear(seat, text, Message.of(acts.other(), text));
            }

            @Override
            public void bytes(String bytes) {
                hear(seat, bytes.length() + " bytes", Message.ofBytes(bytes));
            }

            @Override
            public void ended() {
                hear(seat, "the connection ended", Message.END);
            }
        };
    }

    /** On the reader's thread. */
    private void hear(Seat seat, String text, Message message) {
        if (isStopped()) {
            return; // what comes of ending it says nothing
        }
        note(seat, acts.other(), text);
        fences.heard(text);
        locked(() -> {
            seat.learn(message);
            if (!message.chatter() && !stopped) {
                arrive(seat, new Arrived(text, message, place));
            }
        });
    }

    private void arrive(Seat seat, Arrived got) {
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

    private void note(Seat seat, Side from, String text) {
        locked(() -> {
            seat.remember(from == Side.CLIENT ? "->" : "<-", text);
            judge.said(seat, from, text);
        });
    }

    /** Waits until all that is expected has come; false if that is in vain. */
    private boolean settle() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            progress = System.nanoTime();
            while (pending > 0 && !stopped) {
                long left = progress + tempo.within().toNanos() - System.nanoTime();
                if (left <= 0 || isOver()) {
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
    private boolean isOver() {
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

    /** What came and is in no recording is found when all else has come, and the server has nothing more to say. */
    private void finish() throws InterruptedException {
        if (!settle() || truncated) {
            return;
        }
        for (Seat seat : List.copyOf(seats.values())) {
            fences.after(seat);
        }
        locked(() -> seats.values().forEach(seat -> seat.arrived().stream()
                .filter(got -> !got.message().isEnd() && !stopped)
                .forEach(got -> found(new Finding.Surplus(seat, got)))));
    }

    /** Ends the play: whatever is expected will not come. */
    void stop() {
        locked(() -> {
            stopped = true;
            changed.signalAll();
        });
    }

    /** All who took part so far. */
    List<Seat> seats() {
        return read(() -> List.copyOf(seats.values()));
    }

    /** The first that is expected and has not come, and whose it is. */
    Optional<Finding.Missing> next() {
        return read(() -> seats.values().stream().flatMap(seat -> seat.expected().stream()
                .map(expected -> new Finding.Missing(seat, expected, seat.arrived()))).findFirst());
    }

    private boolean isStopped() {
        return read(() -> stopped);
    }

    private void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }

    private <T> T read(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
