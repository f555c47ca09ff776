package parley.chatc;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import parley.protocol.Address;
import parley.protocol.client.Client;
import parley.protocol.client.Inbox;
import parley.scenarios.RunOptions;
import parley.scenarios.Scenarios;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code chatc run}. */
@Command(name = "run", versionProvider = Chatc.Version.class, mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Runs scenarios and reports on each.",
                "Each has a server of its own, in this process; with --server they run against that one instead."},
        footer = {"",
                "Exit status: 0 all passed, 1 one failed, 2 a file cannot be read or understood, 69 no server there.",
                "",
                "Examples:",
                "  chatc run welcome.chat                       runs one",
                "  chatc run scenarios/                         runs all *.chat below a directory",
                "  chatc run --report html=run.html scenarios/    makes a page of it as well",
                "  chatc run --server localhost:7667 scenarios/   runs them against a server that is there"})
final class RunCommand implements Callable<Integer> {

    private final Chatc chatc;

    @Parameters(paramLabel = "FILE|DIR", arity = "1..*", description = "Scenario files, or directories of them.")
    private List<Path> paths = List.of();

    @Mixin
    private final ReportOptions reports = new ReportOptions();

    RunCommand(Chatc chatc) {
        this.chatc = chatc;
    }

    @Override
    public Integer call() throws Exception {
        Shell shell = chatc.shell();
        Optional<Address> server = chatc.options().serverAsked(shell);
        boolean serverOverTls = server.isPresent() && chatc.options().settings(shell).tls().isPresent();
        if (serverOverTls || chatc.options().asksForTls()) {
            throw new Complaint(Status.USAGE, "scenarios do not speak TLS yet: run them in the clear");
        }
        if (server.isPresent()) {
            // No scenario has failed where there is no server: that is said at once, and with its own status.
            Client.connect(server.get(), new Inbox()).drop();
        }
        RunOptions options = new RunOptions(server.orElse(null), RunOptions.STANDARD.patience(), false);
        try (ReportOptions.Reports open = reports.open(shell)) {
            return Scenarios.run(paths, options, open).exitStatus();
        }
    }
}
