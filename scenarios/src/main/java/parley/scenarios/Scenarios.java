package parley.scenarios;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import parley.scenarios.junit.DynamicScenarios;
import parley.scenarios.language.Scenario;
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
        this.runner = new Runner(options, reporter.tellsAllOfWhatPassed());
        this.reporter = reporter;
    }

    /**
     * Runs files, one after the other or as many at a time as the options say, and reports on each in their order.
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
        return run(Selection.of(filesOrDirectories, List.of(), options.given()), options, reporter);
    }

    /** The same with scenarios that have been read. */
    public static Result run(Selection selection, RunOptions options, Reporter reporter) throws InterruptedException {
        Instant began = Instant.now();
        long start = System.nanoTime();
        Scenarios scenarios = new Scenarios(options, reporter);
        scenarios.run(selection.items(), options.jobs());
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

    private void run(List<Selection.Item> items, int jobs) throws InterruptedException {
        if (jobs == 1) {
            for (Selection.Item item : items) {
                report(play(item));
            }
        } else {
            runAtOnce(items, jobs);
        }
    }

    private void runAtOnce(List<Selection.Item> items, int jobs) throws InterruptedException {
        ExecutorService threads =
                Executors.newFixedThreadPool(jobs, Thread.ofPlatform().name("scenario-", 1).factory());
        try {
            List<Future<Case>> cases = new ArrayList<>();
            items.forEach(item -> cases.add(threads.submit(() -> play(item))));
            for (Future<Case> told : cases) {
                report(told.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
            threads.close();
        }
    }

    private Case play(Selection.Item item) throws InterruptedException {
        return switch (item) {
            case Selection.Broken(Case told) -> told;
            case Selection.Playable(Scenario scenario) -> Telling.of(scenario, runner.run(scenario));
        };
    }

    private void report(Case scenario) {
        played.add(scenario);
        reporter.scenario(scenario);
    }
}
