package parley.chatc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.chatc.session.Server;
import parley.chatc.text.SafeText;
import parley.chatd.config.Config;
import parley.chatd.config.ConfigFile;
import parley.chatd.config.ConfigInvalid;
import parley.protocol.Address;
import parley.protocol.client.Dial;
import parley.protocol.client.Unreachable;
import parley.protocol.recording.Recorder;
import parley.scenarios.recording.Listening;
import parley.scenarios.recording.LocalServer;
import parley.scenarios.recording.Proxy;
import parley.scenarios.recording.RecordedServer;
import parley.scenarios.recording.Replay;
import parley.scenarios.recording.SecretsMissing;
import parley.scenarios.recording.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chatc replay}. */
@Command(name = "replay", versionProvider = Chatc.Version.class, mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Plays a recording as its clients, against a server, and fails at the first line that is not as"
                + " it was recorded.",
                "The server is one of its own, in this process, unless --server names another. A client acts when it"
                        + " has seen what it had seen before it acted; nothing sleeps."},
        footer = {"", "Exit status: 0 if all was as it was recorded, 1 if not, 2 if the file cannot be read or"
                + " understood, 69 if there is no server.", "", "Examples:",
                "  chatc replay session.jsonl",
                "  chatc replay --server localhost:6667 session.jsonl",
                "  chatc replay --diff session.jsonl     shows all differences, not the first one only",
                "  chatc replay --update session.jsonl   takes what comes now for what is right",
                "  chatc replay --spy --speed 1 session.jsonl   to watch"})
final class ReplayCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Chatc chatc;

    @Option(names = "--config", paramLabel = "FILE",
            description = "The configuration of the server of its own; otherwise that of the scenario that was"
                    + " recorded, if it was one.")
    private @Nullable Path config;

    @Mixin
    private final PlayOptions play = new PlayOptions();

    @Option(names = "--diff", description = "Play to the end and print each difference.")
    private boolean diff;

    @Option(names = "--spy", description = "Print what goes over the wire, and judge nothing.")
    private boolean spy;

    @Option(names = "--update",
            description = "Take what comes now for what is right: rewrite what is not as it was recorded, and nothing"
                    + " else. Patterns, notes and times stay.")
    private boolean update;

    @Option(names = "--record-missing", description = "Add what the recording does not have, and change nothing else.")
    private boolean recordMissing;

    @Option(names = "--re-record", description = "Have the clients act as recorded, and record all of it anew.")
    private boolean reRecord;

    @Parameters(paramLabel = "FILE", description = "The recording.")
    private Path file = Path.of("");

    ReplayCommand(Chatc chatc) {
        this.chatc = chatc;
    }

    @Override
    public Integer call() throws Exception {
        RecordingFiles.check(file);
        checkModes();
        Shell shell = chatc.shell();
        Optional<Address> server = chatc.options().serverAsked(shell);
        if (server.isPresent()) {
            Server way = chatc.options().way(shell);
            return replay(irc -> way.dial());
        }
        try (LocalServer own = LocalServer.start(config())) {
            return replay(own);
        } catch (SecretsMissing e) {
            throw new Complaint(Status.USAGE, String.valueOf(e.getMessage()));
        }
    }

    /** What is written by a test run in CI is seen by nobody. */
    private void checkModes() throws Complaint {
        long modes = Stream.of(update, recordMissing, reRecord, diff, spy).filter(mode -> mode).count();
        if (modes > 1) {
            throw new Complaint(Status.USAGE,
                    "--update, --record-missing, --re-record, --diff and --spy: one of them at a time");
        }
        boolean ci = chatc.shell().variable("CI").filter(value -> !value.equals("false")).isPresent();
        if (ci && (update || recordMissing || reRecord)) {
            throw new Complaint(Status.USAGE, "recordings are not written in CI, where the variable CI is set: do it at"
                    + " home, look at the difference, and commit that");
        }
    }

    private Config config() throws Complaint, SecretsMissing {
        try {
            return config == null ? ConfigFile.parse(file.toString(), special()) : ConfigFile.read(config);
        } catch (IOException e) {
            throw RecordingFiles.complaint(file, e);
        } catch (ConfigInvalid e) {
            throw new Complaint(Status.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private int replay(Replay.Server server) throws Exception {
        try {
            return reRecord ? reRecord(server) : report(verdict(server));
        } catch (SecretsMissing e) {
            throw new Complaint(Status.USAGE, String.valueOf(e.getMessage()));
        } catch (Unreachable e) {
            throw e; // no recording has failed where there is no server
        } catch (IOException e) {
            throw RecordingFiles.complaint(file, e);
        }
    }

    private Verdict verdict(Replay.Server server) throws Exception {
        Replay replay = replayOn(server);
        if (update || recordMissing) {
            return replay.update(recordMissing);
        }
        return spy || diff ? replay.compare(this::tell) : replay.check();
    }

    private Replay replayOn(Replay.Server server) throws Complaint {
        return new Replay(file, server, play.read(chatc.shell(), PATIENCE));
    }

    private void tell(String line) {
        if (spy) {
            chatc.shell().out().println(SafeText.line(line));
        }
    }

    /** The old recording is replaced when the new one is whole. */
    private int reRecord(Replay.Server server) throws Exception {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Shell shell = chatc.shell();
        try {
            try (Recorder recorder = RecordingFiles.record(shell, draft, List.of(), special());
                 Proxy json =
                         Proxy.open(Listening.ANYWHERE, () -> server.connect(false), recorder, Piping.notes(shell));
                 Proxy irc =
                         Proxy.open(Listening.ANYWHERE, () -> server.connect(true), recorder, Piping.notes(shell))) {
                replayOn(isIrc -> Dial.open((isIrc ? irc : json).address())).compare(line -> {
                });
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            shell.out().println("recorded anew  " + file);
            shell.out().flush();
            return Status.DONE;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** What is special in the server's configuration stays so. */
    private String special() throws IOException, SecretsMissing {
        return RecordedServer.configuration(file, chatc.shell().env());
    }

    private int report(Verdict verdict) {
        Shell shell = chatc.shell();
        if (spy) {
            shell.out().flush();
            return Status.DONE;
        }
        verdict.findings().forEach(shell.out()::println);
        shell.out().println((verdict.passed() ? "as recorded" : "NOT AS RECORDED") + "  " + file + ", "
                + verdict.agreed() + (verdict.agreed() == 1 ? " line" : " lines") + " as expected");
        shell.out().flush();
        return verdict.passed() ? Status.DONE : Status.FAILED;
    }
}
