package parley.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds scenario files. */
final class ScenarioFiles {

    private ScenarioFiles() {
    }

    /** There is nothing to run. The message says where. */
    static final class NotFound extends Exception {
        private static final long serialVersionUID = 1L;

        NotFound(String sentence) {
            super(sentence);
        }
    }

    /** The file itself; of a directory all {@code *.chat} below it, in the order of their names. */
    static List<Path> at(Path path) throws NotFound {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        List<Path> files = below(path);
        if (files.isEmpty()) {
            throw new NotFound("there are no *.chat files below the directory " + path);
        }
        return files;
    }

    private static List<Path> below(Path directory) throws NotFound {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(file -> file.toString().endsWith(".chat") && Files.isRegularFile(file)).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            throw new NotFound("the directory " + directory + " cannot be read: " + e.getMessage());
        }
    }
}
