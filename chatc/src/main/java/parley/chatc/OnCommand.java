package parley.chatc;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.chatc.job.Jobs;
import parley.chatc.job.Match;
import parley.chatc.job.Recipe;
import parley.chatc.pipe.Arrivals;
import parley.chatc.pipe.Later;
import parley.chatc.pipe.Sending;
import parley.chatc.session.LastingSession;
import parley.chatc.text.Sought;
import parley.protocol.Event.Said;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chatc on}. */
@Command(name = "on", versionProvider = Chatc.Version.class, mixinStandardHelpOptions = true, sortOptions = false,
        customSynopsis = "chatc on [OPTIONS] PATTERN -- COMMAND [ARGUMENT...]",
        description = {"Runs a command for each message that matches: a bot in one line.",
                "The command has the text on its standard input, and in its environment CHATC_TEXT, CHATC_FROM,"
                        + " CHATC_ROOM, CHATC_CURSOR, CHATC_AT, CHATC_MATCH for what matched, and CHATC_MATCH_1 and"
                        + " so on for the pattern's groups."},
        footer = {"", "No shell sees what others say, unless yours does: write \"$CHATC_TEXT\" with its quotes, and"
                + " never eval it. What the bot itself says is never matched.", "", "Examples:",
                "  chatc on '^!uptime$' --reply -- uptime",
                "  chatc on '^!deploy (\\w+)$' --from alice --reply --within 10m -- \\",
                "      bash -c './deploy.sh \"$CHATC_MATCH_1\" 2>&1'",
                "  chatc on 'https?://' -- tee -a links.txt"})
final class OnCommand implements Callable<Integer> {

    private final Chatc chatc;

    @Option(names = "--from", paramLabel = "NICK", description = "Only what this one says.")
    private @Nullable String from;

    @Option(names = "--reply",
            description = "Say in the room what the command prints. Lines that come within a second of each other are"
                    + " one message. Without it, they are printed here.")
    private boolean reply;

    @Option(names = "--within", paramLabel = ToTimeSpan.LABEL, converter = ToTimeSpan.class,
            description = "End a command that takes longer, like 10s or 10m; otherwise 1m.")
    private Duration within = Duration.ofMinutes(1);

    @Option(names = "--jobs", paramLabel = "N", defaultValue = "1",
            description = "Run so many at a time; otherwise ${DEFAULT-VALUE}. " + Jobs.MOST_WAITING
                    + " more may wait; what matches beyond that is passed over, and standard error says so.")
    private int jobs = 1;

    @Parameters(index = "0", paramLabel = ToPattern.LABEL, converter = ToPattern.class,
            description = "What a message has in its text, a regular expression as Java has them.")
    private @Nullable Pattern pattern;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "COMMAND",
            description = "What to run, and its arguments, as they are; no shell reads them.")
    private List<String> command = List.of();

    OnCommand(Chatc chatc) {
        this.chatc = chatc;
    }

    @Override
    public Integer call() throws Exception {
        if (jobs < 1) {
            throw new Complaint(Status.USAGE, "--jobs is at least 1, not " + jobs);
        }
        Recipe recipe = recipe(chatc.shell());
        if (!recipe.canRun()) {
            throw new Complaint(Status.USAGE, "there is no command " + command.getFirst() + " that can be run");
        }
        Arrivals arrivals = new Arrivals(it -> it.event() instanceof Said);
        Stay stay = new Stay(arrivals, Piping.notes(chatc.shell()));
        try (LastingSession session = chatc.options().openLasting(chatc.shell(), stay, stay::contact)) {
            listen(session, stay, arrivals, recipe);
            return Status.DONE;
        }
    }

    private Recipe recipe(Shell shell) throws Complaint {
        Map<String, String> environment = new TreeMap<>(shell.env());
        environment.put("CHATC_SERVER", chatc.options().server(shell).toString());
        environment.putAll(TlsOptions.variables(chatc.options().settings(shell)));
        return new Recipe(command, environment, within);
    }

    private void listen(LastingSession session, Stay stay, Arrivals arrivals, Recipe recipe) throws Exception {
        Shell shell = chatc.shell();
        String room = stay.enter(session, chatc.options().room(shell));
        String self = session.session().welcomed().nick();
        Supplier<Sending> replies = () -> new Sending(session::ask, room, Later.really());
        try (Jobs all = new Jobs(jobs, recipe, new JobStreams(shell, reply ? replies : null), Piping.notes(shell))) {
            Thread hook = new Thread(all::end, "end-jobs");
            Runtime.getRuntime().addShutdownHook(hook); // a signal ends what is running, too
            try {
                stay.listen(session, true);
                startJobs(arrivals, room, self, all, new Sought(Objects.requireNonNull(pattern), Piping.notes(shell)));
            } finally {
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        }
    }

    /** What the bot says itself is passed over: its hello asked for no echo, but what it missed may have that in it. */
    private void startJobs(Arrivals arrivals, String room, String self, Jobs all, Sought sought) throws Exception {
        while (true) {
            if (arrivals.take().delivery().event() instanceof Said said && said.room().equals(room)
                    && !said.from().equals(self) && new Wanted(from, null).has(said.from(), said.text())) {
                Match.of(said, sought).ifPresent(all::start);
            }
        }
    }
}
