package parley.scenarios;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import parley.scenarios.junit.DynamicScenarios;
import parley.scenarios.language.Parser;
import parley.scenarios.language.Scenario;
import parley.scenarios.language.ScenarioInvalid;
import parley.scenarios.report.Case;
import parley.scenarios.report.ReportFormat;
import parley.scenarios.report.Reporter;
import parley.scenarios.report.Run;
import parley.scenarios.report.Telling;
import parley.scenarios.run.Runner;

/** Runs scenario files. */
public final class Scenarios {

    private final Runner runner;
    private final Reporter reporter;
    private final List<Case> played = new ArrayList<>();

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
        return run(filesOrDirectories, options, ReportFormat.PLAIN.on(out, options.color()));
    }

    /** The same, with a report of one's own. */
    public static Result run(List<Path> filesOrDirectories, RunOptions options, Reporter reporter)
            throws InterruptedException {
        Instant began = Instant.now();
        long start = System.nanoTime();
        Scenarios scenarios = new Scenarios(options, reporter);
        for (Path path : filesOrDirectories) {
            scenarios.run(path);
        }
        Run run = new Run(began, Duration.ofNanos(System.nanoTime() - start), scenarios.played);
        reporter.ended(run);
        return run.result();
    }

    /**
     * Makes each scenario a test for JUnit: {@code @TestFactory Stream<DynamicTest> scenarios() { return
     * Scenarios.in("src/test/scenarios"); }}. Each has a server of its own.
     *
     * @param path a scenario file; of a directory all {@code *.chat} below it, in the order of their names
     * @throws IllegalArgumentException if there are none: a test that finds nothing to test would always pass
     */
    public static Stream<DynamicTest> in(String path) {
        return in(Path.of(path), RunOptions.STANDARD);
    }

    /** The same, with options of one's own, such as a server to run against. */
    public static Stream<DynamicTest> in(Path path, RunOptions options) {
        try {
            return DynamicScenarios.of(ScenarioFiles.at(path), options);
        } catch (ScenarioFiles.NotFound e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private void run(Path path) throws InterruptedException {
        try {
            for (Path file : ScenarioFiles.at(path)) {
                report(play(file));
            }
        } catch (ScenarioFiles.NotFound e) {
            report(Telling.broken(path.toString(), String.valueOf(e.getMessage())));
        }
    }

    private Case play(Path file) throws InterruptedException {
        try {
            Scenario scenario = Parser.file(file);
            return Telling.of(scenario, runner.run(scenario));
        } catch (ScenarioInvalid e) {
            return Telling.of(file.toString(), e);
        }
    }

    private void report(Case scenario) {
        played.add(scenario);
        reporter.scenario(scenario);
    }
}
