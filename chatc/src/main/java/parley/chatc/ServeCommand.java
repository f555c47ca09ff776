package parley.chatc;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.chatc.job.Child;
import parley.scenarios.recording.ReplayOptions;
import parley.scenarios.recording.StandIn;
import parley.scenarios.recording.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chatc serve}. */
@Command(name = "serve", versionProvider = Chatc.Version.class, mixinStandardHelpOptions = true, sortOptions = false,
        customSynopsis = "chatc serve [OPTIONS] FILE [-- COMMAND [ARGUMENT...]]",
        description = {"Plays a recording as its server, for a bot under test, which needs no network then.",
                "It says what the server said when the bot has done what it had done by then, and fails at the first"
                        + " line from the bot that is not as it was recorded. If there is a command, it is run, and"
                        + " ended when the recording is."},
        footer = {"",
                "Exit status: 0 if the bot did all that was recorded, 1 if not, 124 if it did nothing for too long"
                        + " or never connected, 2 if the file cannot be read; if all went well, that of a bot that ends by"
                        + " itself.",
                "", "Examples:", "  chatc serve session.jsonl -- ./bot.py --port {port}",
                "  chatc serve --port 6667 session.jsonl     for a bot that is started by other means"})
final class ServeCommand implements Callable<Integer> {

    /** How long a bot may take to end by itself when its server has gone. */
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final Chatc chatc;

    @Option(names = "--port", paramLabel = "PORT", description = "Where to listen; otherwise any free port.")
    private int port;

    @Option(names = "--port-file", paramLabel = "FILE", description = "Write the port into this file.")
    private @Nullable Path portFile;

    @Option(names = "--within", paramLabel = ToTimeSpan.LABEL, converter = ToTimeSpan.class,
            description = "How long to wait for the bot to connect, and to do what it has to do next; otherwise 10s.")
    private Duration within = Duration.ofSeconds(10);

    @Option(names = "--speed", paramLabel = "N",
            description = "For watching: at N times the speed it was recorded at; otherwise as fast as it goes.")
    private double speed;

    @Parameters(index = "0", paramLabel = "FILE", description = "The recording.")
    private Path file = Path.of("");

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "COMMAND", description = ChildOptions.DESCRIPTION)
    private List<String> command = List.of();

    ServeCommand(Chatc chatc) {
        this.chatc = chatc;
    }

    @Override
    public Integer call() throws Exception {
        if (!command.isEmpty()) {
            ChildOptions.check(chatc.shell(), command);
        }
        RecordingFiles.check(file);
        try (StandIn server =
                StandIn.open(file, port, new ReplayOptions(within, speed, chatc.shell().env()))) {
            Ports.write(portFile, server.address().port());
            return command.isEmpty() ? alone(server) : attended(server);
        } catch (IOException e) {
            throw RecordingFiles.complaint(file, e);
        }
    }

    private int alone(StandIn server) throws IOException, InterruptedException {
        Piping.notes(chatc.shell()).accept("acting the server of " + file + " at " + server.address());
        return report(server.run());
    }

    private int attended(StandIn server) throws Exception {
        try (Child bot = ChildOptions.start(chatc.shell(), command, server.address())) {
            var _ = bot.ended().thenAccept(status -> server.gone("it ended with status " + status));
            int status = report(server.run());
            return status == Status.DONE ? statusOf(bot) : status;
        }
    }

    /** One that goes on although its server has gone is well enough: it is ended. */
    private int statusOf(Child bot) throws InterruptedException {
        OptionalInt status = bot.await(GOODBYE);
        if (status.isPresent() && status.getAsInt() != Status.DONE) {
            Piping.notes(chatc.shell()).accept("all went as recorded, but " + command.getFirst()
                    + " ended with status " + status.getAsInt());
        }
        return status.orElse(Status.DONE);
    }

    private int report(Verdict verdict) {
        Shell shell = chatc.shell();
        verdict.findings().forEach(shell.err()::println);
        shell.err().println((verdict.passed() ? "as recorded" : "NOT AS RECORDED") + "  " + file + ", "
                + verdict.agreed() + (verdict.agreed() == 1 ? " line" : " lines") + " as expected");
        shell.err().flush();
        return verdict.passed() ? Status.DONE : verdict.timedOut() ? Status.TIMED_OUT : Status.FAILED;
    }
}
