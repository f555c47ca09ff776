package parley.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chatd.Daemon;
import parley.chatd.config.Config;
import parley.chatd.engine.MemoryEngine;

/** The transcripts in the READMEs: every command does what stands below it. */
class TourTest {

    private static final Pattern BLOCK = Pattern.compile("(?s)```console\n(.*?)```");

    @TempDir
    Path folder;

    /** A command and what it prints, on both streams; a line {@code …} stands for any number of lines. */
    private record Stop(String command, String output) {
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "chatc/README.md"})
    void theReadmeIsTrue(String readme) throws Exception {
        Files.createSymbolicLink(folder.resolve("scenarios"), Bash.ROOT.resolve("scenarios"));
        try (Daemon daemon = Daemon.start(Config.standard().onPort(0), new MemoryEngine(10_000))) {
            Bash bash = new Bash(folder, daemon.address());
            List<Stop> stops = stops(Files.readString(Bash.ROOT.resolve(readme)));
            assertThat(stops).isNotEmpty();
            for (Stop stop : stops) {
                assertThat(bash.run(stop.command())).as(stop.command())
                        .matches(pattern(stop.output()));
            }
        }
    }

    private static List<Stop> stops(String readme) {
        List<Stop> stops = new ArrayList<>();
        Matcher block = BLOCK.matcher(readme);
        while (block.find()) {
            for (String stop : block.group(1).split("(?m)^\\$ ", -1)) {
                if (!stop.isBlank()) {
                    int end = stop.indexOf('\n');
                    stops.add(new Stop(stop.substring(0, end), stop.substring(end + 1)));
                }
            }
        }
        return stops;
    }

    private static Pattern pattern(String output) {
        return Pattern.compile(output.lines().map(line -> line.equals("…") ? "(?s:.*\n)?" : Pattern.quote(line) + "\n")
                .collect(Collectors.joining()));
    }
}
