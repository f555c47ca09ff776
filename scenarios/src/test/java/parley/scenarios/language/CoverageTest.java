package parley.scenarios.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parley.protocol.Refusal;

/** The library has everything: all that clients can do and see, every refusal and every limit. */
final class CoverageTest {

    /** What no scenario can bring about: a disk that fails, bytes that are no text, a server of the future. */
    private static final Set<Refusal> OUT_OF_REACH = EnumSet.of(Refusal.NOT_STORED, Refusal.NOT_UTF8, Refusal.OTHER);
    private static final int A_PAGE = 60;

    private static List<Path> files;
    private static List<Step> steps;

    @BeforeAll
    static void read() throws IOException, ScenarioInvalid {
        try (Stream<Path> all = Files.walk(Path.of("library"))) {
            files = all.filter(file -> file.toString().endsWith(".chat")).toList();
        }
        Stream.Builder<Step> read = Stream.builder();
        for (Path file : files) {
            Parser.file(file).steps().forEach(read);
        }
        steps = read.build().toList();
    }

    private static Stream<Step> leaves() {
        return steps.stream().flatMap(Step::leaves);
    }

    @Test
    void everythingThatClientsDoIsDone() {
        Set<Form> done = leaves().filter(step -> step instanceof Step.Act || step instanceof Step.Look)
                .map(step -> verb(step.written()).form()).collect(Collectors.toSet());
        assertThat(Verb.all()).map(Verb::form).allSatisfy(form -> assertThat(done).contains(form));
    }

    private static Verb verb(Written written) {
        try {
            Words words = new Words(new Slice(written.text(), 0));
            Subjects.read(words);
            return Row.find(words, Verb.all(), Verb::form, "");
        } catch (Mistake e) {
            throw new AssertionError(written.toString(), e);
        }
    }

    @Test
    void everythingThatCanBeSeenIsSeen() {
        Set<Kind> seen = sights().map(Sight::kind).collect(Collectors.toSet());
        assertThat(seen).containsExactlyInAnyOrder(Kind.values());
    }

    private static Stream<Sight> sights() {
        return leaves().filter(Step.Look.class::isInstance)
                .flatMap(step -> switch (((Step.Look) step).expectation()) {
                    case Expectation.Sees(Sight sight) -> Stream.of(sight);
                    case Expectation.SeesNothingBut(Sight sight) -> Stream.of(sight);
                    case Expectation.DoesNotSee _, Expectation.SeesNothing _ -> Stream.of();
                });
    }

    @Test
    void everyRefusalIsSeen() {
        Set<String> seen = sights().filter(sight -> sight.kind() == Kind.REFUSAL)
                .map(sight -> String.valueOf(sight.patterns().getFirst())).collect(Collectors.toSet());
        assertThat(EnumSet.complementOf(EnumSet.copyOf(OUT_OF_REACH))).map(Refusal::wireName)
                .allSatisfy(name -> assertThat(seen).contains(name));
    }

    @Test
    void everythingHappens() {
        Set<String> happened = new HashSet<>();
        steps.forEach(step -> happened.addAll(kinds(step).toList()));
        assertThat(happened).contains("InAnyOrder", "Optionally", "Together", "Repeat", "Delay", "Cut", "Trickle",
                "Throttle", "Heal");
        assertThat(happened).containsAll(Arrays.stream(ServerFate.values()).map(ServerFate::words).toList());
    }

    private static Stream<String> kinds(Step step) {
        return switch (step) {
            case Step.Block block -> Stream.concat(Stream.of(block.getClass().getSimpleName()),
                    block.steps().stream().flatMap(CoverageTest::kinds));
            case Step.Network network -> Stream.of(network.fault().getClass().getSimpleName());
            case Step.Serve serve -> Stream.of(serve.fate().words());
            case Step.Act _, Step.Look _, Step.Configure _ -> Stream.of();
        };
    }

    @Test
    void everyLimitIsReached() throws IOException {
        String all = files.stream().map(CoverageTest::text).collect(Collectors.joining());
        List<String> limits = Files.readAllLines(Path.of("..", "chatd", "chatd.example.toml")).stream()
                .dropWhile(line -> !line.equals("[limits]")).skip(1).takeWhile(line -> !line.isBlank())
                .map(line -> line.split(" ", 2)[0]).filter(name -> !name.equals("recall")).toList();
        assertThat(limits).hasSizeGreaterThan(10).allSatisfy(limit -> assertThat(all).contains(limit + " = "));
    }

    @Test
    void eachIsUnderAPageAndBeginsWithWhatItIsAbout() {
        assertThat(files).hasSizeGreaterThan(40).allSatisfy(file -> {
            assertThat(text(file)).startsWith("# ");
            assertThat(text(file).lines()).hasSizeLessThan(A_PAGE);
        });
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
