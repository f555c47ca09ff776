package parley.scenarios.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import parley.protocol.recording.Header;
import parley.protocol.recording.Recorder;
import parley.protocol.recording.RecordingWriter;
import parley.protocol.recording.Redactor;
import parley.scenarios.RunOptions;
import parley.scenarios.language.Given;
import parley.scenarios.language.Parser;
import parley.scenarios.language.Scenario;
import parley.scenarios.language.Step;
import parley.scenarios.run.Outcome;
import parley.scenarios.run.Runner;

/** Each scenario of the library becomes a recording, which can be replayed, and whose scenario passes as well. */
class ConversionTest {

    private static final RunOptions SHORT = new RunOptions(null, Duration.ofSeconds(2), false);

    /**
     * Who does not read, which cursors somebody comes back with, what SASL says, and how soon all of that was: a
     * recording does not have it as steps.
     */
    private static final Set<String> NOT_OF_THE_WIRE =
            Set.of("stalled.chat", "said-once.chat", "scram.chat", "pace.chat");

    @TempDir
    private Path directory;

    @TestFactory
    Stream<DynamicTest> there_and_back() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("library"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".chat")).sorted().toList()) {
                Scenario scenario = Parser.file(file);
                // What happens together may come in another order each time, and a scenario has one.
                boolean together = scenario.steps().stream().anyMatch(Step.Together.class::isInstance);
                if (!together && ScenarioRecorder.unspeakable(scenario).isEmpty()
                        && !NOT_OF_THE_WIRE.contains(file.getFileName().toString())) {
                    tests.add(DynamicTest.dynamicTest(file.getFileName().toString(), () -> convert(scenario)));
                }
            }
        }
        return tests.stream();
    }

    private void convert(Scenario scenario) throws Exception {
        Path recording = directory.resolve(Path.of(scenario.source()).getFileName() + ".jsonl");
        record(scenario, recording);
        List<String> steps = new ArrayList<>();
        ScenarioWriter.write(recording, steps::add);
        String text = String.join("\n", steps);
        passes(new Runner(SHORT).run(Parser.scenario("back.chat", text,
                new Given(Map.of(), secrets(scenario)))), text);
    }

    /** The secrets of a scenario by the names that a recording gives them, in the order in which they come. */
    private static Map<String, String> secrets(Scenario scenario) throws IOException {
        Map<String, String> names = new LinkedHashMap<>();
        for (Map.Entry<String, String> kind : Map.of("CHAT_PASSWORD", "with password (.+)", "CHAT_KEY",
                "(?:with key|key of \\S+ to) (.+)").entrySet()) {
            List<String> found = Pattern.compile(kind.getValue())
                    .matcher(Files.readString(Path.of(scenario.source()))).results()
                    .map(match -> match.group(1).strip().replaceAll("^\"|\"$", "")).filter(it -> !it.isEmpty())
                    .distinct().toList();
            for (int i = 0; i < found.size(); i++) {
                names.put(kind.getKey() + (i == 0 ? "" : "_" + (i + 1)), found.get(i));
            }
        }
        return names;
    }

    private static void record(Scenario scenario, Path recording) throws Exception {
        try (Recorder recorder = new Recorder(RecordingWriter.create(recording,
                Header.now("test").withServer(ScenarioRecorder.server(scenario)), new Redactor(List.of())), e -> {
                    throw new IllegalStateException(e);
                })) {
            passes(ScenarioRecorder.record(scenario, recorder, RunOptions.STANDARD, note -> {
            }), scenario.source());
        }
    }

    private static void passes(Outcome outcome, String text) {
        assertThat(outcome instanceof Outcome.Failed failed
                ? failed.failure().step() + "\n" + failed.failure().text() + "\n" + text
                : "").isEmpty();
    }
}
