package parley.scenarios.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /**
     * Plays to the end and writes the recording anew, as it is now.
     *
     * @param additionsOnly whether only what it does not have is added to it; all else that is not as it was recorded
     *        is a finding then
     */
    public Verdict update(boolean additionsOnly) throws IOException, SecretsMissing, InterruptedException {
        Jury jury = new Jury(false, line -> {
        });
        Comparer comparer = new Comparer(options.environment());
        Cast cast = Cast.toPlay(file);
        play(cast, jury, comparer);
        Update update = new Update(file, comparer, cast.secrets(), options.environment());
        List<Finding> left = new ArrayList<>();
        for (Finding finding : jury.findings()) {
            if (!additionsOnly || finding instanceof Finding.Surplus) {
                update.take(finding);
            } else {
                left.add(finding);
            }
        }
        if (left.size() < jury.findings().size()) {
            update.write();
        }
        Findings words = new Findings(file, Side.SERVER);
        return new Verdict(left.stream().map(words::line).toList(), jury.agreed(), false);
    }

    private Verdict play(Jury jury) throws IOException, SecretsMissing, InterruptedException {
        Findings words = new Findings(file, Side.SERVER);
        List<Seat> seats = play(Cast.toPlay(file), jury, new Comparer(options.environment()));
        List<String> texts = jury.findings().stream()
                .map(finding -> jury.strict() ? words.text(finding, seats) : words.line(finding)).toList();
        return new Verdict(texts, jury.agreed(), false);
    }

    private List<Seat> play(Cast cast, Judge judge, Comparer comparer)
            throws IOException, SecretsMissing, InterruptedException {
        TreeSet<String> missing = new TreeSet<>(cast.secrets());
        missing.removeAll(options.environment().keySet());
        if (!missing.isEmpty()) {
            throw new SecretsMissing(file, missing);
        }
        Play play = new Play(file, cast, Side.CLIENT, this::open, comparer, judge, options.tempo());
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
