package parley.scenarios;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import parley.scenarios.language.Parser;
import parley.scenarios.language.Scenario;
import parley.scenarios.language.ScenarioInvalid;
import parley.scenarios.report.PlainReport;
import parley.scenarios.report.Reporter;
import parley.scenarios.run.Outcome;
import parley.scenarios.run.Runner;

/** Runs scenario files. */
public final class Scenarios {

    private final Runner runner;
    private final Reporter reporter;
    private int passed;
    private int failed;
    private int broken;

    private Scenarios(RunOptions options, Reporter reporter) {
        this.runner = new Runner(options);
        this.reporter = reporter;
    }

    /**
     * Runs files one after the other and reports on each.
     *
     * @param filesOrDirectories scenario files; of a directory all {@code *.chat} below it, in the order of their names
     * @param out where the report goes; flushed, not closed
     * @throws InterruptedException if the thread is interrupted; everything that was started is closed then
     */
    public static Result run(List<Path> filesOrDirectories, RunOptions options, PrintWriter out)
            throws InterruptedException {
        return run(filesOrDirectories, options, new PlainReport(out, options.color()));
    }

    /** The same, with a report of one's own. */
    public static Result run(List<Path> filesOrDirectories, RunOptions options, Reporter reporter)
            throws InterruptedException {
        Scenarios scenarios = new Scenarios(options, reporter);
        for (Path path : filesOrDirectories) {
            scenarios.run(path);
        }
        Result result = new Result(scenarios.passed, scenarios.failed, scenarios.broken);
        reporter.ended(result);
        return result;
    }

    private void run(Path path) throws InterruptedException {
        try {
            for (Path file : ScenarioFiles.at(path)) {
                runFile(file);
            }
        } catch (ScenarioFiles.NotFound e) {
            broken(path, String.valueOf(e.getMessage()));
        }
    }

    private void runFile(Path file) throws InterruptedException {
        try {
            run(Parser.file(file));
        } catch (ScenarioInvalid e) {
            broken(file, String.valueOf(e.getMessage()));
        }
    }

    private void run(Scenario scenario) throws InterruptedException {
        Outcome outcome = runner.run(scenario);
        switch (outcome) {
            case Outcome.Passed _ -> passed++;
            case Outcome.Failed _ -> failed++;
        }
        reporter.played(scenario, outcome);
    }

    private void broken(Path path, String problems) {
        broken++;
        reporter.broken(path.toString(), problems);
    }
}
