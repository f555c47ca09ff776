package parley.chatc;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.chatc.job.Child;
import parley.protocol.Address;
import parley.scenarios.RunOptions;
import parley.scenarios.Target;
import parley.scenarios.language.Given;
import parley.scenarios.language.Parser;
import parley.scenarios.language.Scenario;
import parley.scenarios.language.ScenarioInvalid;
import parley.scenarios.recording.Listening;
import parley.scenarios.recording.ScenarioStandIn;
import parley.scenarios.recording.StandIn;
import parley.scenarios.recording.Verdict;
import parley.scenarios.run.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chatc serve}. */
@Command(name = "serve", versionProvider = Chatc.Version.class, mixinStandardHelpOptions = true, sortOptions = false,
        customSynopsis = "chatc serve [OPTIONS] FILE [-- COMMAND [ARGUMENT...]]",
        description = {
                "Stands in for a server, for a bot under test, which needs no network then. If there is a command,"
                        + " it is run, and ended when all has been played.",
                "A recording is played as its server: it says what the server said when the bot has done what it had"
                        + " done by then, and fails at the first line from the bot that is not as it was recorded.",
                "Of a scenario (*.chat), the bot is one of the clients, and chatc acts the server and all others: what"
                        + " the scenario has the bot do, the bot has to do by itself.",
                "With --tls-cert and --tls-key, which are the server's here, the bot has to come over TLS."},
        footer = {"",
                "Exit status: 0 if the bot did all that was to be done, 1 if not, 124 if it did nothing for too long"
                        + " or never connected, 2 if the file cannot be read; if all went well, that of a bot that ends by"
                        + " itself.",
                "", "Examples:", "  chatc serve session.jsonl -- ./bot.py --port {port}",
                "  chatc serve sums.chat -- ./bot.py --port {port}   bot, or the only one, is the client called so",
                "  chatc serve --as adder sums.chat -- ./bot.py --port {port}",
                "  chatc serve --port 6667 session.jsonl     for a bot that is started by other means",
                "  chatc serve --tls-cert cert.pem --tls-key key.pem session.jsonl -- ./bot.py --port {port}"})
final class ServeCommand implements Callable<Integer> {

    /** How long a bot may take to end by itself when its server has gone. */
    private static final Duration GOODBYE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Who is under test in a scenario that does not say. */
    private static final String BOT = "bot";

    private final Chatc chatc;

    @Option(names = "--port", paramLabel = "PORT", description = "Where to listen; otherwise any free port.")
    private int port;

    @Option(names = "--port-file", paramLabel = "FILE", description = "Write the port into this file.")
    private @Nullable Path portFile;

    @Option(names = "--as", paramLabel = "CLIENT",
            description = "Which client of the scenario is under test; otherwise the one called bot, or the only one.")
    private @Nullable String as;

    @Option(names = "--set", paramLabel = Assignment.LABEL, converter = Assignment.Reader.class,
            description = "Give a variable of the scenario another value; as often as you like.")
    private List<Assignment> set = List.of();

    @Mixin
    private final PlayOptions play = new PlayOptions();

    @Parameters(index = "0", paramLabel = "FILE", description = "The recording, or the scenario.")
    private Path file = Path.of("");

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "COMMAND", description = ChildOptions.DESCRIPTION)
    private List<String> command = List.of();

    /** Plays what there is to play, and says what came of it; the exit status. */
    private interface Playing {
        int run() throws IOException, InterruptedException;
    }

    ServeCommand(Chatc chatc) {
        this.chatc = chatc;
    }

    @Override
    public Integer call() throws Exception {
        if (!command.isEmpty()) {
            ChildOptions.check(chatc.shell(), command);
        }
        return file.toString().endsWith(".chat") ? scenario() : recording();
    }

    private Listening listening() throws Complaint {
        return new Listening(port, chatc.options().tls().shown());
    }

    private int recording() throws Exception {
        if (as != null || !set.isEmpty()) {
            throw new Complaint(Status.USAGE,
                    "--as and --set are for scenarios: in a recording, the bot is who it was");
        }
        RecordingFiles.check(file);
        try (StandIn server = StandIn.open(file, listening(), play.read(chatc.shell(), PATIENCE))) {
            return play(server.address(), server::gone, () -> report(server.run()));
        } catch (IOException e) {
            throw RecordingFiles.complaint(file, e);
        }
    }

    private int scenario() throws Exception {
        if (play.hasSpeed()) {
            throw new Complaint(Status.USAGE, "--speed is for recordings: a scenario has no times");
        }
        Scenario scenario = read();
        RunOptions options = new RunOptions(new Target.Embedded(), play.within(PATIENCE), false,
                RunOptions.STANDARD.given(), 1, chatc.options().dialectAsked());
        Consumer<String> notes = Piping.notes(chatc.shell());
        try (ScenarioStandIn server =
                ScenarioStandIn.open(scenario, underTest(scenario), listening(), options, notes)) {
            return play(server.address(), server::gone, () -> report(server.run(), server.timedOut()));
        } catch (IOException e) {
            throw new Complaint(Status.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private Scenario read() throws Complaint {
        try {
            return Parser.file(file, new Given(Assignment.all(set), chatc.shell().env()));
        } catch (ScenarioInvalid e) {
            throw new Complaint(Status.USAGE, String.valueOf(e.getMessage()).lines().toList());
        }
    }

    private String underTest(Scenario scenario) throws Complaint {
        List<String> clients = ScenarioStandIn.clients(scenario);
        String asked = as != null ? as : clients.size() == 1 ? clients.getFirst() : BOT;
        if (!clients.contains(asked)) {
            throw new Complaint(Status.USAGE, (as == null
                    ? "name the client of " + file + " that is under test with --as: "
                    : "there is no client " + as + " in " + file + ", but ") + String.join(", ", clients));
        }
        return asked;
    }

    /** @param gone is told when the bot has ended, and how */
    private int play(Address address, Consumer<String> gone, Playing playing)
            throws Complaint, IOException, InterruptedException {
        Ports.write(portFile, address.port());
        if (command.isEmpty()) {
            Piping.notes(chatc.shell()).accept("acting the server of " + file + " at " + address);
            return playing.run();
        }
        try (Child bot = ChildOptions.start(chatc.shell(), command, address,
                chatc.options().tls().variablesOfClients())) {
            var _ = bot.ended().thenAccept(status -> gone.accept("it ended with status " + status));
            int status = playing.run();
            return status == Status.DONE ? statusOf(bot) : status;
        }
    }

    /** One that goes on although its server has gone is well enough: it is ended. */
    private int statusOf(Child bot) throws InterruptedException {
        OptionalInt status = bot.await(GOODBYE);
        if (status.isPresent() && status.getAsInt() != Status.DONE) {
            Piping.notes(chatc.shell()).accept("all went as it should, but " + command.getFirst()
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

    private int report(Outcome outcome, boolean timedOut) {
        Shell shell = chatc.shell();
        if (outcome instanceof Outcome.Failed failed) {
            shell.err().println(failed.failure().step());
            shell.err().println(failed.failure().text());
        }
        boolean passed = outcome instanceof Outcome.Passed;
        shell.err().println((passed ? "as written" : "NOT AS WRITTEN") + "  " + file);
        shell.err().flush();
        return passed ? Status.DONE : timedOut ? Status.TIMED_OUT : Status.FAILED;
    }
}
