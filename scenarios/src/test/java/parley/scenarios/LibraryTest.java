package parley.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestFactory;

/** The library's scenarios, one test for each, and all of them again and again. */
final class LibraryTest {

    private static final Path LIBRARY = Path.of("library");

    @TestFactory
    Stream<DynamicTest> passes() {
        return Scenarios.in("library");
    }

    @RepeatedTest(50)
    void passesAgain() throws InterruptedException {
        assertPass(LIBRARY);
    }

    private static void assertPass(Path path) throws InterruptedException {
        StringWriter report = new StringWriter();
        Result result = Scenarios.run(List.of(path), RunOptions.STANDARD, new PrintWriter(report));
        assertThat(result.exitStatus()).as(report.toString()).isZero();
        assertThat(result.passed()).isPositive();
    }
}
