package parley.protocol;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.protocol.irc.IrcLineFuzz;
import parley.protocol.json.JsonLinesFuzz;
import parley.protocol.line.LineReaderFuzz;
import parley.protocol.recording.RecordingReaderFuzz;

/** What the fuzzer begins with, and what it has found, holds; {@code scripts/fuzz} looks for more. */
class FuzzCorpusTest {

    static List<Path> bytes() throws Exception {
        return corpus(LineReaderFuzz.class);
    }

    static List<Path> lines() throws Exception {
        return corpus(JsonLinesFuzz.class);
    }

    static List<Path> ircLines() throws Exception {
        return corpus(IrcLineFuzz.class);
    }

    static List<Path> recordings() throws Exception {
        return corpus(RecordingReaderFuzz.class);
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void recordingsAreReadOrRefused(Path input) throws Exception {
        RecordingReaderFuzz.fuzzerTestOneInput(Files.readAllBytes(input));
    }

    @ParameterizedTest
    @MethodSource("bytes")
    void linesAreFound(Path input) throws Exception {
        LineReaderFuzz.fuzzerTestOneInput(Files.readAllBytes(input));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void linesAreReadOrRefused(Path input) throws Exception {
        JsonLinesFuzz.fuzzerTestOneInput(Files.readAllBytes(input));
    }

    @ParameterizedTest
    @MethodSource("ircLines")
    void linesOfIrcAreReadOrNot(Path input) throws Exception {
        IrcLineFuzz.fuzzerTestOneInput(Files.readAllBytes(input));
    }

    private static List<Path> corpus(Class<?> fuzz) throws Exception {
        try (Stream<Path> files = Files.list(Path.of(fuzz.getResource(fuzz.getSimpleName()).toURI()))) {
            return files.sorted().toList();
        }
    }
}
