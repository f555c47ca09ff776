package parley.chatd.net;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the fuzzer begins with, and what it has found, holds; {@code scripts/fuzz} looks for more. */
class FuzzCorpusTest {

    static List<Path> streams() throws Exception {
        try (Stream<Path> files = Files.list(Path.of(SocketFuzz.class.getResource("SocketFuzz").toURI()))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("streams")
    void twoPeopleGoOnTalking(Path stream) throws Exception {
        SocketFuzz.fuzzerTestOneInput(Files.readAllBytes(stream));
    }
}
