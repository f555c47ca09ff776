package parley.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern BLOCK = Pattern.compile("(?s)```console\n(.*?)```");

    @TempDir
    Path folder;

    /** A command and what it prints, on both streams; a line {@code …} stands for any number of lines. */
    private record Stop(String command, String output) {
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "chatc/README.md"})
    void theReadmeIsTrue(String readme) throws Exception {
        assumeTrue(Files.exists(ROOT.resolve("chatc/target/chatc.jar")),
                "chatc is not packaged yet: this runs in mvn verify, not in mvn test");
        Files.createSymbolicLink(folder.resolve("scenarios"), ROOT.resolve("scenarios"));
        Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(folder.resolve("bin/chatc"), ROOT.resolve("scripts/chatc"));
        try (Daemon daemon = Daemon.start(Config.standard().onPort(0), new MemoryEngine(10_000))) {
            List<Stop> stops = stops(Files.readString(ROOT.resolve(readme)));
            assertThat(stops).isNotEmpty();
            for (Stop stop : stops) {
                assertThat(run(stop.command(), daemon.address().toString())).as(stop.command())
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

    private String run(String command, String server) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", command).directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("PATH", folder.resolve("bin") + ":" + builder.environment().get("PATH"));
        builder.environment().put("CHATC_SERVER", server);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("CHATC_NICK");
        builder.environment().remove("CHATC_ROOM");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
