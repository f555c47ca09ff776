package parley.chatd.dialect.irc;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the fuzzer begins with, and what it has found, holds; {@code scripts/fuzz} looks for more. */
class FuzzCorpusTest {

    static List<Path> conversations() throws Exception {
        try (Stream<Path> files = Files.list(Path.of(IrcFuzz.class.getResource("IrcFuzz").toURI()))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("conversations")
    void whatIsToldIsIrcAndForWhomItIs(Path conversation) throws Exception {
        IrcFuzz.fuzzerTestOneInput(Files.readAllBytes(conversation));
    }
}
