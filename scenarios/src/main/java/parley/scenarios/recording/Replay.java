package parley.scenarios.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import parley.protocol.link.Link;
import parley.protocol.recording.Side;

/** Plays a recording as its clients, against a server. Used once, by one thread. */
public final class Replay {

    /** What is played against. */
    public interface Server {
        /**
         * Opens a connection.
         *
         * @param irc whether IRC will be spoken on it, rather than JSON lines
         * @throws IOException if that comes to nothing
         */
        Link connect(boolean irc) throws IOException;
    }

    private final Path file;
    private final Server server;
    private final ReplayOptions options;

    /**
     * @param server opens a connection to the server each time that a client of the recording did
     */
    public Replay(Path file, Server server, ReplayOptions options) {
        this.file = file;
        this.server = server;
        this.options = options;
    }

    /**
     * Plays up to the end, or to the first line that is not as it was recorded.
     *
     * @throws SecretsMissing if the recording needs secrets that the environment does not have
     * @throws IOException if the recording cannot be read, or the server not be reached
     */
    public Verdict check() throws IOException, SecretsMissing, InterruptedException {
        return play(new Jury(true, line -> {
        }));
    }

    /** The same, to the end in any case: all that is not as it was recorded is found, each in one line. */
    public Verdict compare(Consumer<String> listener) throws IOException, SecretsMissing, InterruptedException {
        return play(new Jury(false, listener));
    }

    private Verdict play(Jury jury) throws IOException, SecretsMissing, InterruptedException {
        Findings words = new Findings(file, Side.SERVER);
        List<Seat> seats = play((Judge) jury);
        List<String> texts = jury.findings().stream()
                .map(finding -> jury.strict() ? words.text(finding, seats) : words.line(finding))
                .toList();
        return new Verdict(texts, jury.agreed(), false);
    }

    /** Plays for a judge of one's own; returns all who took part. */
    List<Seat> play(Judge judge) throws IOException, SecretsMissing, InterruptedException {
        Cast cast = Cast.of(file);
        TreeSet<String> missing = new TreeSet<>(cast.secrets());
        missing.removeAll(options.environment().keySet());
        if (!missing.isEmpty()) {
            throw new SecretsMissing(file, missing);
        }
        Play play = new Play(file, cast, Side.CLIENT, this::open, new Comparer(options.environment()), judge,
                options.tempo());
        try {
            play.run();
        } finally {
            play.seats().forEach(seat -> seat.wire().ifPresent(Wire::cut));
        }
        return play.seats();
    }

    private void open(Seat seat, Wire.Ear ear) throws IOException {
        Wire wire = new Wire(server.connect(seat.irc()));
        seat.take(wire);
        wire.start(ear);
    }
}
