package parley.chatc.job;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How to run a command.
 *
 * @param command the program and its arguments
 * @param environment what it gets besides the message
 * @param within how long it may take
 */
public record Recipe(List<String> command, Map<String, String> environment, Duration within) {

    /** What is chatc's own: a nick that is taken by then, a secret that strangers have no business with. */
    private static final List<String> OWN = List.of("CHATC_NICK", "CHATC_PASSWORD", "CHATC_PASSWORD_FILE");
    private static final String MATCH = "CHATC_MATCH";

    public Recipe {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** Whether there is such a program, by its path or on the search path. */
    public boolean canRun() {
        String program = command.getFirst();
        List<String> places = program.contains(File.separator)
                ? List.of("")
                : Arrays.asList(environment.getOrDefault("PATH", "/usr/bin:/bin").split(File.pathSeparator));
        return places.stream().anyMatch(place -> isExecutable(place, program));
    }

    private static boolean isExecutable(String place, String program) {
        try {
            Path path = Path.of(place, program);
            return Files.isExecutable(path) && !Files.isDirectory(path);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Starts with the environment as it is given. */
    ProcessBuilder builder() {
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> target = builder.environment();
        target.clear();
        target.putAll(environment);
        return builder;
    }

    Process start(Match match) throws IOException {
        ProcessBuilder builder = builder();
        Map<String, String> target = builder.environment();
        target.keySet().removeIf(name -> OWN.contains(name) || name.startsWith(MATCH));
        target.putAll(match.environment());
        return builder.start();
    }
}
