package parley.chatc;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.chatc.load.Load;
import parley.chatc.load.LoadPlan;
import parley.chatc.load.LoadReport;
import parley.chatc.load.Wire;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code chatc load}. */
@Command(name = "load", versionProvider = Chatc.Version.class, mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Loads a server: members who only listen, one publisher a room, and a count of what came"
                + " through, how fast, whether to everyone in one order, and what it cost.",
                "Progress is on standard error, the report on standard output as JSON."},
        footer = {"", "Exit status: 0 if everything came, to everyone, in one order; otherwise 1.", "", "Examples:",
                "  chatc load --members 100                      as fast as it goes, in one room",
                "  chatc load --members 1000 --rooms 100 --pid 4711   with what it costs that process",
                "  chatc load --members 100 --rate 200           how long a message takes when there is no hurry"})
final class LoadCommand implements Callable<Integer> {

    private final Chatc chatc;

    @Option(names = "--members", paramLabel = "N", defaultValue = "100",
            description = "How many listen, spread over the rooms; otherwise ${DEFAULT-VALUE}.")
    private int members;

    @Option(names = "--rooms", paramLabel = "N", defaultValue = "1",
            description = "How many rooms; otherwise ${DEFAULT-VALUE}.")
    private int rooms;

    @Option(names = "--stalled", paramLabel = "N", defaultValue = "0",
            description = "How many more never read, as if their network had stopped; the server has to cut them.")
    private int stalled;

    @Option(names = "--payload", paramLabel = "BYTES", defaultValue = "100",
            description = "The length of a text; otherwise ${DEFAULT-VALUE}.")
    private int payload;

    @Option(names = "--window", paramLabel = "N", defaultValue = "256",
            description = "How many messages of a room may be on their way; otherwise ${DEFAULT-VALUE}.")
    private int window;

    @Option(names = "--rate", paramLabel = "N", defaultValue = "0",
            description = "So many messages a second over all rooms, instead of a window.")
    private int rate;

    @Option(names = "--warm-up", paramLabel = "SECONDS", defaultValue = "2",
            description = "How long it runs before anything counts; otherwise ${DEFAULT-VALUE}.")
    private int warmUp;

    @Option(names = "--seconds", paramLabel = "SECONDS", defaultValue = "5",
            description = "How long it counts; otherwise ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(names = "--pid", paramLabel = "PID", description = "The server's process, to tell what it costs.")
    private @Nullable Long pid;

    @Option(names = "--wire", paramLabel = "WIRE", defaultValue = "json",
            description = "What the server speaks: json, irc, or redis to compare with Redis publish/subscribe.")
    private Wire wire = Wire.JSON;

    LoadCommand(Chatc chatc) {
        this.chatc = chatc;
    }

    @Override
    public Integer call() throws Exception {
        check("--members", members);
        check("--rooms", rooms);
        check("--payload", payload);
        check("--window", window);
        check("--seconds", seconds);
        Shell shell = chatc.shell();
        LoadPlan plan = new LoadPlan(chatc.options().way(shell), wire, members, rooms, stalled, payload, window, rate,
                Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds));
        Consumer<String> progress = shell.err()::println;
        try (Load load = new Load(plan, progress)) {
            LoadReport report = load.run(pid == null ? OptionalLong.empty() : OptionalLong.of(pid));
            shell.out().println(new GsonBuilder().setPrettyPrinting().create().toJson(report));
            return report.complete() ? Status.DONE : Status.FAILED;
        } catch (IOException e) {
            throw new Complaint(Status.UNAVAILABLE, "the load on " + plan.server() + " ended early: " + e.getMessage());
        }
    }

    private static void check(String option, int value) throws Complaint {
        if (value < 1) {
            throw new Complaint(Status.USAGE, option + " is a number above zero, not " + value);
        }
    }
}
