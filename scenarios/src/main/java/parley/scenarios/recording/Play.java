package parley.scenarios.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import parley.protocol.recording.Entry;
import parley.protocol.recording.LineEnd;
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
 * <p>One thread plays; each connection has a reader. What both use is in the {@link Ledger}.
 */
final class Play {

    private final Path file;
    private final Cast cast;
    private final Side acts;
    private final Ends ends;
    private final Tempo tempo;
    private final Ledger ledger;
    private final Fences fences;
    private final Races races = new Races();
    private final Set<String> hungUp = new HashSet<>();
    private final long begun = System.nanoTime();
    private volatile long place;

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
        this.tempo = tempo;
        this.ledger = new Ledger(comparer, judge, tempo.within());
        this.fences = new Fences(acts, tempo.within());
    }

    /** Plays to the end, or until the judge has seen enough. This side's streams are ended then. */
    void run() throws IOException, InterruptedException {
        try (RecordingReader reader = RecordingReader.open(file)) {
            for (Entry entry = reader.next(); entry != null && !ledger.isStopped(); entry = reader.next()) {
                place = reader.line();
                play(entry);
            }
            boolean whole = reader.warning().isEmpty();
            if (ledger.settle() && whole) {
                finish();
            }
        } finally {
            ledger.seats().forEach(seat -> seat.wire().ifPresent(Wire::hangUp));
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
        if (ledger.settle()) {
            Seat seat = ledger.seat(who, cast.nick(who), cast.irc().contains(who));
            ends.open(seat, ear(seat));
        }
    }

    private Seat seat(String who) throws IOException {
        Seat seat = ledger.seat(who);
        if (seat == null) {
            throw new IOException(file + ":" + place + ": " + who + " says something, but has not connected before");
        }
        return seat;
    }

    private void act(Seat seat, Entry.Heard entry) throws InterruptedException {
        if (isSignOfLife(entry) || !ledger.settle() || seat.wire().isEmpty()) {
            return;
        }
        Wire wire = seat.wire().get();
        races.acts(seat.toString(), place);
        if (ledger.parted()) {
            // So much has come as was expected, but not the same: what was may still be on its way.
            fences.afterAll(ledger.seats());
        }
        fences.before(seat);
        tempo.await(entry.micros(), begun);
        seat.lookout().did();
        switch (entry) {
            case Entry.Line it -> {
                String text = ledger.said(acts, it);
                ledger.note(seat, acts, text);
                fences.within(wire, () -> wire.send(text, it.end()));
            }
            case Entry.Bytes it -> {
                ledger.note(seat, acts, it.bytes().length() + " bytes");
                fences.within(wire, () -> wire.sendBytes(it.bytes()));
            }
        }
    }

    /** Signs of life are given when they are asked for; a stand-in also asks for them where the server had. */
    private boolean isSignOfLife(Entry.Heard entry) {
        if (!(entry instanceof Entry.Line line)) {
            return false;
        }
        Message message = Message.of(acts, line.text());
        boolean asks = !Message.pong(acts, line.text()).isEmpty();
        boolean life = message.chatter() && (asks || message.name().endsWith("pong") || message.name().equals("PONG"));
        return life && (acts == Side.CLIENT || !asks);
    }

    private void hangUp(Seat seat) throws InterruptedException {
        hungUp.add(seat.who());
        if (ledger.settle()) {
            fences.before(seat);
            seat.wire().ifPresent(Wire::hangUp);
        }
    }

    private void expect(Seat seat, Entry entry, Message message) {
        if (!message.chatter()) {
            String author = message.author();
            races.tells(seat.toString(), author, place);
            ledger.expect(seat, new Expected(entry, message, place, races.with(author)));
        }
    }

    private Wire.Ear ear(Seat seat) {
        return new Wire.Ear() {
            @Override
            public void line(String text, LineEnd end) {
                String pong = Message.pong(acts.other(), text);
                if (!pong.isEmpty()) {
                    seat.wire().ifPresent(wire -> wire.send(pong, LineEnd.usual(pong)));
                }
                if (!seat.lookout().hears(text)) {
                    hear(seat, text, Message.of(acts.other(), text));
                }
            }

            @Override
            public void bytes(String bytes) {
                hear(seat, bytes.length() + " bytes", Message.ofBytes(bytes));
            }

            @Override
            public void ended() {
                seat.lookout().ended();
                hear(seat, "the connection ended", Message.END);
            }
        };
    }

    /** On the reader's thread. What comes of ending the play says nothing. */
    private void hear(Seat seat, String text, Message message) {
        if (!ledger.isStopped()) {
            ledger.note(seat, acts.other(), text);
            fences.heard(text);
            ledger.arrive(seat, new Arrived(text, message, place));
        }
    }

    /** What came and is in no recording is found when the server has nothing more to say. */
    private void finish() throws InterruptedException {
        fences.afterAll(ledger.seats());
        ledger.close();
    }

    /** Ends the play: whatever is expected will not come. */
    void stop() {
        ledger.stop();
    }

    /** All who took part so far. */
    List<Seat> seats() {
        return ledger.seats();
    }
}
