package parley.scenarios;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import parley.protocol.Dialect;
import parley.scenarios.language.Given;
import parley.scenarios.report.ReportFormat;

/** The library's scenarios, to be played in tests. */
final class Library {

    static final Path FOLDER = Path.of("library");
    private static final int AT_A_TIME = 8;

    private Library() {
    }

    /** All but those that have to let time go by. */
    static Selection quick() {
        return new Selection(Selection.of(List.of(FOLDER), List.of(), Given.byEnvironment()).items().stream()
                .filter(item -> !(item instanceof Selection.Playable(var scenario)
                        && scenario.source().contains("/time/")))
                .toList());
    }

    /** What came of it, and the report. */
    record Played(Result result, String report) {
    }

    static Played play(Selection selection, Target target, Duration patience) throws InterruptedException {
        StringWriter report = new StringWriter();
        RunOptions options = new RunOptions(target, patience, false, Given.byEnvironment(), AT_A_TIME, Dialect.JSON);
        Result result =
                Scenarios.run(selection, options, ReportFormat.PLAIN.on(new PrintWriter(report), false));
        return new Played(result, report.toString());
    }
}
