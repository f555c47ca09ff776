package parley.scenarios.junit;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.AssertionFailedError;
import parley.scenarios.RunOptions;
import parley.scenarios.language.Parser;
import parley.scenarios.language.ScenarioInvalid;
import parley.scenarios.run.Outcome;
import parley.scenarios.run.Runner;

/** Makes each scenario file a test. */
public final class DynamicScenarios {

    private DynamicScenarios() {
    }

    /** A test for each, which leads to its file, and when it fails to the line that did. */
    public static Stream<DynamicTest> of(List<Path> files, RunOptions options) {
        return files.stream().map(file -> DynamicTest.dynamicTest(file.toString(),
                URI.create(file.toUri() + "?line=1"), () -> play(file, options)));
    }

    private static void play(Path file, RunOptions options) throws InterruptedException {
        try {
            if (new Runner(options, false).run(Parser.file(file, options.given())) instanceof Outcome.Failed failed) {
                throw AssertionFailures.of(failed.failure());
            }
        } catch (ScenarioInvalid e) {
            throw new AssertionFailedError(e.getMessage(), e);
        }
    }
}
