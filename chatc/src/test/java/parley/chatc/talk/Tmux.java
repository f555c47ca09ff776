package parley.chatc.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** chatc on a terminal of tmux, whose keys a test presses and whose screen it reads. */
final class Tmux implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path directory;
    private final String command;

    private Tmux(Path directory, String command) {
        this.directory = directory;
        this.command = command;
    }

    static boolean isThere() {
        try {
            return new ProcessBuilder("tmux", "-V").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Runs chatc of this class path, with an empty home. */
    static Tmux running(int columns, int rows, List<String> arguments, String... environment) throws IOException {
        Path directory = Files.createTempDirectory("tmux");
        List<String> command = new ArrayList<>(List.of("exec", "env", "HOME=" + directory));
        command.addAll(List.of(environment));
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), "parley.chatc.Chatc"));
        command.addAll(arguments);
        Path script = Files.writeString(directory.resolve("chatc"), String.join(" ", command));
        Tmux tmux = new Tmux(directory, "sh " + script);
        tmux.tmux("new-session", "-d", "-s", "s", "-x", Integer.toString(columns), "-y", Integer.toString(rows), "sh");
        return tmux.again();
    }

    /** Runs it once more, on an empty screen. */
    Tmux again() {
        return types("clear; tmux clear-history; " + command + "; echo ended with $?").presses("Enter");
    }

    private String tmux(String... arguments) {
        List<String> line =
                new ArrayList<>(List.of("tmux", "-S", directory.resolve("socket").toString(), "-f", "/dev/null"));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet()
                .removeAll(List.of("TMUX", "NO_COLOR", "CHATC_SERVER", "CHATC_NICK", "CHATC_ROOM", "XDG_STATE_HOME"));
        environment.put("LC_ALL", "C.UTF-8");
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as("tmux %s: %s", line, output).isZero();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Tmux types(String text) {
        tmux("send-keys", "-t", "s", "-l", text);
        return this;
    }

    Tmux presses(String... keys) {
        tmux(Stream.concat(Stream.of("send-keys", "-t", "s"), Stream.of(keys)).toArray(String[]::new));
        return this;
    }

    Tmux pastes(String text) {
        tmux("set-buffer", text);
        tmux("paste-buffer", "-p", "-t", "s");
        return this;
    }

    /** Waits until this stands on the screen. */
    Tmux sees(String text) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(screen()).contains(text));
        return this;
    }

    /** Waits until this is the last that stands on the screen: the line that is being typed. */
    Tmux endsWith(String line) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(screen().lines().toList()).endsWith(line));
        return this;
    }

    /** What stands on the screen, without the blanks at the ends of rows and without the empty rows at its end. */
    String screen() {
        return tmux("capture-pane", "-p", "-t", "s").stripTrailing();
    }

    /** The same with the sequences that make its colours. */
    String colours() {
        return tmux("capture-pane", "-p", "-e", "-t", "s");
    }

    String title() {
        return tmux("display-message", "-p", "-t", "s", "#{pane_title}").strip();
    }

    @Override
    public void close() throws IOException {
        tmux("kill-server");
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
