package parley.scenarios;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The library's scenarios, one test for each. */
final class LibraryTest {

    @TestFactory
    Stream<DynamicTest> passes() {
        return Scenarios.in(Library.FOLDER.toString());
    }
}
