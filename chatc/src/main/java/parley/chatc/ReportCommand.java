package parley.chatc;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import parley.protocol.text.FileTrouble;
import parley.scenarios.report.Run;
import parley.scenarios.report.RunJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code chatc report}. */
@Command(name = "report", versionProvider = Chatc.Version.class, mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Reports once more on a run whose report was written as JSON."},
        footer = {"",
                "Exit status: as the run's, 0 all passed, 1 one failed, 2 a file could not be read or understood.", "",
                "Examples:",
                "  chatc run --report json=run.json scenarios/        keeps what came of a run",
                "  chatc report run.json                              prints it",
                "  chatc report run.json --report html=run.html       makes a page of it for a browser"})
final class ReportCommand implements Callable<Integer> {

    private final Chatc chatc;

    @Parameters(paramLabel = "FILE", description = "The report as JSON; - for standard input.")
    private Path file = Path.of("-");

    @Mixin
    private final ReportOptions reports = new ReportOptions();

    ReportCommand(Chatc chatc) {
        this.chatc = chatc;
    }

    @Override
    public Integer call() throws Complaint {
        Run run = read();
        try (ReportOptions.Reports open = reports.open(chatc.shell())) {
            run.scenarios().forEach(open::scenario);
            open.ended(run);
        }
        return run.result().exitStatus();
    }

    private Run read() throws Complaint {
        try (Reader in = file.toString().equals("-")
                ? new InputStreamReader(chatc.shell().in(), StandardCharsets.UTF_8)
                : Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return RunJson.read(in);
        } catch (RunJson.NotAReport e) {
            throw new Complaint(Status.USAGE, file + ": " + e.getMessage());
        } catch (IOException e) {
            throw new Complaint(Status.USAGE, "cannot read " + file + ": " + FileTrouble.reading(e));
        }
    }
}
