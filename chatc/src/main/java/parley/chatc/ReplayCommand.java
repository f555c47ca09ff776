package parley.chatc;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.chatc.session.Server;
import parley.chatc.text.SafeText;
import parley.chatd.config.Config;
import parley.chatd.config.ConfigFile;
import parley.chatd.config.ConfigInvalid;
import parley.protocol.Address;
import parley.scenarios.recording.LocalServer;
import parley.scenarios.recording.Replay;
import parley.scenarios.recording.ReplayOptions;
import parley.scenarios.recording.SecretsMissing;
import parley.scenarios.recording.Verdict;
import picocli.CommandLine.Command;
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
                "  chatc replay --spy --speed 1 session.jsonl   to watch"})
final class ReplayCommand implements Callable<Integer> {

    private final Chatc chatc;

    @Option(names = "--config", paramLabel = "FILE", description = "The configuration of the server of its own.")
    private @Nullable Path config;

    @Option(names = "--within", paramLabel = ToTimeSpan.LABEL, converter = ToTimeSpan.class,
            description = "How long to wait for what must come; otherwise 5s.")
    private Duration within = Duration.ofSeconds(5);

    @Option(names = "--speed", paramLabel = "N",
            description = "For watching: at N times the speed it was recorded at; otherwise as fast as it goes.")
    private double speed;

    @Option(names = "--diff", description = "Play to the end and print each difference.")
    private boolean diff;

    @Option(names = "--spy", description = "Print what goes over the wire, and judge nothing.")
    private boolean spy;

    @Parameters(paramLabel = "FILE", description = "The recording.")
    private Path file = Path.of("");

    ReplayCommand(Chatc chatc) {
        this.chatc = chatc;
    }

    @Override
    public Integer call() throws Exception {
        RecordingFiles.check(file);
        Shell shell = chatc.shell();
        Optional<Address> server = chatc.options().serverAsked(shell);
        if (server.isPresent()) {
            Server way = chatc.options().way(shell);
            way.dial().close();
            return replay(irc -> way.dial());
        }
        try (LocalServer own = LocalServer.start(config())) {
            return replay(own);
        }
    }

    private Config config() throws Complaint {
        if (config == null) {
            return Config.standard();
        }
        try {
            return ConfigFile.read(config);
        } catch (ConfigInvalid e) {
            throw new Complaint(Status.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private int replay(Replay.Server server) throws Exception {
        if (speed < 0) {
            throw new Complaint(Status.USAGE, "--speed is above zero, like 1 or 0.5");
        }
        Shell shell = chatc.shell();
        Replay replay = new Replay(file, server, new ReplayOptions(within, speed, shell.env()));
        try {
            return report(spy || diff ? replay.compare(line -> {
                if (spy) {
                    shell.out().println(SafeText.line(line));
                }
            }) : replay.check());
        } catch (SecretsMissing e) {
            throw new Complaint(Status.USAGE, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw RecordingFiles.complaint(file, e);
        }
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
