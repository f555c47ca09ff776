package parley.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import parley.scenarios.language.Kind;
import parley.scenarios.language.Parser;
import parley.scenarios.language.Scenario;
import parley.scenarios.language.ScenarioInvalid;
import parley.scenarios.run.Failure;
import parley.scenarios.run.Outcome;
import parley.scenarios.run.Runner;

/** The examples in the documents do what the documents say. */
final class ReadmeTest {

    private static final Path REFERENCE = Path.of("README.md");
    private static final Path FRONT = Path.of("..", "README.md");
    private static final Pattern FENCED = Pattern.compile("^```(\\w*)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    /** A fenced block, and the line of the document it begins in. */
    private record Block(String language, int line, String text) {
    }

    @TestFactory
    Stream<DynamicTest> examplesPass() {
        return Stream.of(REFERENCE, FRONT).filter(Files::exists).flatMap(document -> blocks(document).stream()
                .filter(block -> block.language().equals("chat") && !fails(block))
                .map(block -> DynamicTest.dynamicTest(document + ":" + block.line(),
                        () -> assertThat(run(block)).isInstanceOf(Outcome.Passed.class))));
    }

    /** An example that fails says so in its title, and the block after it is the report. */
    @TestFactory
    Stream<DynamicTest> examplesFailAsTheySay() {
        List<Block> blocks = blocks(REFERENCE);
        return blocks.stream().filter(ReadmeTest::fails).map(block -> DynamicTest.dynamicTest("line " + block.line(),
                () -> assertThat(report(block)).isEqualTo(blocks.get(blocks.indexOf(block) + 1).text().strip())));
    }

    @Test
    void theTableHasEverythingThatCanBeSeen() {
        String reference = read(REFERENCE);
        assertThat(Arrays.stream(Kind.values()).map(Kind::written))
                .allMatch(form -> reference.contains("`" + form + "`"));
    }

    private static boolean fails(Block block) {
        return block.text().startsWith("# This fails");
    }

    private static String report(Block block) throws InterruptedException, ScenarioInvalid {
        Failure failure = ((Outcome.Failed) run(block)).failure();
        return failure.step() + "\n" + failure.text();
    }

    private static Outcome run(Block block) throws InterruptedException, ScenarioInvalid {
        Scenario scenario = Parser.scenario("example.chat", block.text());
        return new Runner(RunOptions.STANDARD).run(scenario);
    }

    private static List<Block> blocks(Path document) {
        String text = read(document);
        return FENCED.matcher(text).results().map(found -> block(found, text)).toList();
    }

    private static Block block(MatchResult found, String text) {
        int line = 1 + (int) text.substring(0, found.start()).lines().count();
        return new Block(found.group(1), line, found.group(2));
    }

    private static String read(Path document) {
        try {
            return Files.readString(document);
        } catch (IOException e) {
            throw new AssertionError(document.toString(), e);
        }
    }
}
