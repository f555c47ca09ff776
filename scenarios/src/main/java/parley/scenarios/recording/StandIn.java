package parley.scenarios.recording;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import parley.protocol.Address;
import parley.protocol.link.Link;
import parley.protocol.recording.Side;
import parley.protocol.text.TimeSpan;

/**
 * Plays a recording as its server, for the clients that connect: it says what the server said when they have done what
 * they had done by then, with the nicks, marks and tokens that they have now. Used once; one thread plays.
 */
public final class StandIn implements Closeable {

    private final Path file;
    private final Door door;
    private final ReplayOptions options;
    private final Cast cast;
    private final Play play;
    private final Jury jury = new Jury(true, line -> {
    });
    private final Newcomers newcomers = new Newcomers(this::spoke);
    private final Set<Wire> wires = ConcurrentHashMap.newKeySet();
    private final Set<String> opened = ConcurrentHashMap.newKeySet();
    private final AtomicInteger came = new AtomicInteger();
    private final List<String> troubles = new ArrayList<>();
    private volatile boolean nobody;

    private StandIn(Path file, Door door, ReplayOptions options) throws IOException {
        this.file = file;
        this.door = door;
        this.options = options;
        this.cast = Cast.toPlay(file);
        this.play = new Play(file, cast, Side.SERVER, this::seat, new Comparer(options.environment()), jury,
                options.tempo());
    }

    /**
     * Listens on this machine, until it is closed.
     *
     * @throws IOException if the recording cannot be read, or the port not be had
     */
    public static StandIn open(Path file, Listening at, ReplayOptions options) throws IOException {
        Door door = Door.open(at);
        try {
            StandIn standIn = new StandIn(file, door, options);
            door.admit(standIn::come, standIn.newcomers::keptOut);
            return standIn;
        } catch (IOException e) {
            door.close();
            throw e;
        }
    }

    /** Where it listens. */
    public Address address() {
        return door.address();
    }

    private void come(Link link) {
        Wire wire = new Wire(link);
        wires.add(wire);
        newcomers.come(wire);
    }

    private void spoke() {
        if (came.incrementAndGet() > cast.nicks().size()) {
            surplus();
        }
    }

    private synchronized void surplus() {
        int recorded = cast.nicks().size();
        troubles.add(file + ": the recording has " + recorded + (recorded == 1 ? " connection" : " connections")
                + ", and one more came");
        play.stop();
    }

    private void seat(Seat seat, Wire.Ear ear) throws InterruptedException {
        opened.add(seat.who());
        List<String> others =
                cast.nicks().keySet().stream().filter(who -> !opened.contains(who)).map(cast::nick).toList();
        Optional<String> trouble = newcomers.seat(seat, ear, others, options.within());
        if (trouble.isPresent()) {
            neverCame(seat, trouble.get());
        }
    }

    private synchronized void neverCame(Seat seat, String why) {
        nobody = why.startsWith("nobody");
        troubles.add(file + ": expected that " + seat + " connects to " + address() + " next, and " + why
                + (nobody ? " within " + TimeSpan.write(options.within()) : "") + newcomers.hint());
        play.stop();
    }

    /** The one under test has ended, for this reason: nobody else will connect. Any thread. */
    public void gone(String why) {
        newcomers.end(why);
    }

    /**
     * Plays to the end, or to the first line that is not as it was recorded.
     *
     * @throws IOException if the recording cannot be read
     */
    public Verdict run() throws IOException, InterruptedException {
        play.run();
        Findings words = new Findings(file, Side.CLIENT);
        List<String> texts = new ArrayList<>();
        synchronized (this) {
            texts.addAll(troubles);
        }
        jury.findings().forEach(finding -> texts.add(words.text(finding, play.seats())));
        return new Verdict(texts, jury.agreed(), nobody || hung());
    }

    /** Whether one who is still there has said nothing for too long. */
    private boolean hung() {
        return jury.findings().stream()
                .anyMatch(finding -> finding instanceof Finding.Missing missing && missing.instead().isEmpty());
    }

    /** Listens no more, and ends all connections. */
    @Override
    public void close() throws IOException {
        door.close();
        newcomers.close();
        wires.forEach(Wire::cut);
    }
}
