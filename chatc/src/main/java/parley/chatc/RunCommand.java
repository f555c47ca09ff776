package parley.chatc;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.chatc.session.Server;
import parley.protocol.Address;
import parley.protocol.client.Inbox;
import parley.protocol.link.ClientTls;
import parley.scenarios.RunOptions;
import parley.scenarios.Scenarios;
import parley.scenarios.Selection;
import parley.scenarios.Target;
import parley.scenarios.language.Given;
import parley.scenarios.language.Phase;
import parley.scenarios.language.Scenario;
import parley.scenarios.report.Case;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chatc run}. */
@Command(name = "run", versionProvider = Chatc.Version.class, mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Runs scenarios and reports on each.",
                "Each has a server of its own, in this process; with --server they run against that one instead, with"
                        + " --exec against what that starts for each."},
        footer = {"",
                "Exit status: 0 all passed, 1 one failed, 2 a file cannot be read or understood, 69 no server there.",
                "",
                "Examples:",
                "  chatc run welcome.chat                       runs one",
                "  chatc run scenarios/                         runs all *.chat below a directory",
                "  chatc run --report html=run.html scenarios/    makes a page of it as well",
                "  chatc run --server localhost:7667 scenarios/   runs them against a server that is there",
                "  chatc run --exec 'chatd --memory --port-file {port-file}' scenarios/   starts one for each"})
final class RunCommand implements Callable<Integer> {

    private final Chatc chatc;

    @Parameters(paramLabel = "FILE|DIR", arity = "1..*", description = "Scenario files, or directories of them.")
    private List<Path> paths = List.of();

    @Option(names = "--list", description = "Run nothing: print each scenario's file and its first phase.")
    private boolean list;

    @Option(names = "--check", description = "Run nothing: say what is wrong in the files, if anything is.")
    private boolean check;

    @Option(names = "--only", paramLabel = "NAME|GLOB",
            description = "Take only scenarios called so, like welcome or 'room*'; as often as you like.")
    private List<String> only = List.of();

    @Option(names = "--set", paramLabel = Assignment.LABEL, converter = Assignment.Reader.class,
            description = "Give a variable of the scenarios another value; as often as you like.")
    private List<Assignment> set = List.of();

    @Option(names = "--jobs", paramLabel = "N", defaultValue = "1",
            description = "Play so many at a time; otherwise one after the other. Not with --server, where they would"
                    + " take each other's nicks.")
    private int jobs;

    @Option(names = "--retry-never",
            description = "Never play a scenario that failed once more. So it is in any case: one that passes only"
                    + " sometimes tells of a defect.")
    @SuppressWarnings("UnusedVariable") // whoever says so gets what everybody gets
    private boolean retryNever;

    @Option(names = "--exec", paramLabel = "COMMAND",
            description = "For each scenario, start this command of the shell, and end it with the scenario. {port} in it"
                    + " stands for a free port to listen at, {port-file} for a file to write the port into.")
    private @Nullable String exec;

    @Mixin
    private final ReportOptions reports = new ReportOptions();

    RunCommand(Chatc chatc) {
        this.chatc = chatc;
    }

    @Override
    public Integer call() throws Exception {
        Shell shell = chatc.shell();
        RunOptions options = options(shell);
        Selection selection = Selection.of(paths, only, options.given());
        if (list || check) {
            return tell(selection, shell);
        }
        if (options.target() instanceof Target.At(Address address, ClientTls tls)) {
            // No scenario has failed where there is no server: that is said at once, and with its own status.
            new Server(address, tls, options.dialect()).connect(new Inbox()).drop();
        }
        try (ReportOptions.Reports open = reports.open(shell)) {
            int all = selection.scenarios().size() + selection.broken().size();
            return Scenarios.run(selection, options, RunProgress.beside(open, shell, all)).exitStatus();
        }
    }

    private RunOptions options(Shell shell) throws Complaint {
        try {
            return RunOptions.STANDARD.with(target(shell), new Given(Assignment.all(set), shell.env()), jobs)
                    .over(chatc.options().dialectAsked());
        } catch (IllegalArgumentException e) {
            throw new Complaint(Status.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private Target target(Shell shell) throws Complaint {
        Optional<Address> server = chatc.options().serverAsked(shell);
        if (server.isPresent() && exec != null) {
            throw new Complaint(Status.USAGE, "--server or --exec: not both");
        }
        if (server.isPresent()) {
            return new Target.At(server.get(), TlsOptions.read(chatc.options().settings(shell)));
        }
        boolean tls = chatc.options().asksForTls();
        if (exec != null) {
            return new Target.Started(exec, tls ? TlsOptions.read(chatc.options().settings(shell)) : null);
        }
        if (tls) {
            throw new Complaint(Status.USAGE,
                    "TLS is for --server and --exec: a scenario's own server is in this process, and speaks none");
        }
        return new Target.Embedded();
    }

    private int tell(Selection selection, Shell shell) {
        for (Case broken : selection.broken()) {
            broken.problems().forEach(problem -> shell.err().println(problem.text()));
        }
        List<Scenario> scenarios = selection.scenarios();
        if (list) {
            scenarios.forEach(scenario -> shell.out().println(line(scenario)));
        } else {
            shell.out()
                    .println(scenarios.size() + (scenarios.size() == 1 ? " scenario" : " scenarios") + " can be run");
        }
        shell.out().flush();
        return selection.broken().isEmpty() ? Status.DONE : Status.USAGE;
    }

    private static String line(Scenario scenario) {
        String title = scenario.phases().stream().map(Phase::title).filter(it -> !it.isEmpty()).findFirst().orElse("");
        return title.isEmpty() ? scenario.source() : scenario.source() + "\t" + title;
    }
}
