package parley.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.scenarios.RunOptions;
import parley.scenarios.language.Parser;
import parley.scenarios.language.ScenarioInvalid;
import parley.scenarios.language.Step;
import parley.scenarios.run.Stage;

final class ParleyStepsTest {

    private static final Pattern STEP = Pattern.compile(ParleySteps.STEP);
    private static final Path LIBRARY = Path.of("..", "scenarios", "library");

    static Stream<String> stepsOfTheLibrary() throws IOException, ScenarioInvalid {
        Stream.Builder<String> steps = Stream.builder();
        try (Stream<Path> files = Files.walk(LIBRARY)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".chat")).toList()) {
                Parser.file(file).steps().stream().flatMap(Step::leaves)
                        .filter(step -> !(step instanceof Step.Configure))
                        .forEach(step -> steps.add(step.written().text().strip()));
            }
        }
        return steps.build();
    }

    @ParameterizedTest
    @MethodSource("stepsOfTheLibrary")
    void everyStepOfAScenarioIsAStepHere(String step) {
        assertThat(STEP.matcher(step).matches()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"server is killed", "network throttles bob to 1kB/s", "network heals alice and bob"})
    void whatHappensIsAStep(String step) {
        assertThat(STEP.matcher(step).matches()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"in any order", "optionally", "together", "repeat 3 times"})
    void blocksHaveADocString(String head) {
        assertThat(Pattern.matches(ParleySteps.BLOCK, head)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"the user sees the page", "I log in", "alice", "everybody is happy", "the server restarts"})
    void othersStepsAreLeftToThem(String step) {
        assertThat(STEP.matcher(step).matches()).isFalse();
    }

    @Test
    void theExampleInTheReadmePasses() throws IOException, ScenarioInvalid, InterruptedException {
        String readme = Files.readString(Path.of("README.md"));
        String example = readme.substring(readme.indexOf("```gherkin"), readme.indexOf("## Using them"));
        Matcher steps =
                Pattern.compile("^ +(?:Given|When|Then|And) (?!a server)(.*)$", Pattern.MULTILINE).matcher(example);
        int played = 0;
        try (Stage stage = Stage.open(RunOptions.STANDARD)) {
            while (steps.find()) {
                assertThat(stage.play(Parser.step(steps.group(1)))).isEmpty();
                played++;
            }
        }
        assertThat(played).isEqualTo(3);
    }
}
