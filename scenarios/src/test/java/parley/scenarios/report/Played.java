package parley.scenarios.report;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import parley.scenarios.RunOptions;
import parley.scenarios.language.Parser;
import parley.scenarios.language.Scenario;
import parley.scenarios.language.ScenarioInvalid;
import parley.scenarios.run.Runner;

/** Runs to report on. */
final class Played {

    static final String PASSES = """
            # They come
            alice and bob connect
            alice sees bob join
            """;

    static final String FAILS = """
            # They come
            alice, bob and carol connect
            alice sees bob join

            # They talk
            alice says <b>100%</b>, \\u{1b}[31m it's # "so"
            bob sees nothing
            carol says bye
            """;

    private Played() {
    }

    /** One that passes, one that fails, and one that cannot be read. */
    static Run run() throws InterruptedException {
        return new Run(Instant.parse("2026-01-31T12:00:00Z"), Duration.ofMillis(1234),
                List.of(play("a/good.chat", PASSES), play("b #1.chat", FAILS), play("odd.chat", "alice conects\n")));
    }

    static Case play(String file, String text) throws InterruptedException {
        try {
            Scenario scenario = Parser.scenario(file, text);
            return Telling.of(scenario, new Runner(RunOptions.STANDARD).run(scenario));
        } catch (ScenarioInvalid e) {
            return Telling.of(file, e);
        }
    }

    static String report(Run run, ReportFormat format) {
        StringWriter out = new StringWriter();
        Reporter reporter = format.on(new PrintWriter(out), false);
        run.scenarios().forEach(reporter::scenario);
        reporter.ended(run);
        return out.toString();
    }
}
