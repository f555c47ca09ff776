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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** chatc on a terminal of tmux, whose keys a test presses and whose screen it reads. */
final class Tmux implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String WINDOW = "s:0";
    private static final Pattern FOOTER = Pattern.compile("\n[^\n]*\\[\\d+:#[^\n]*$");

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
        tmux("send-keys", "-t", WINDOW, "-l", text);
        return this;
    }

    Tmux presses(String... keys) {
        tmux(Stream.concat(Stream.of("send-keys", "-t", WINDOW), Stream.of(keys)).toArray(String[]::new));
        return this;
    }

    Tmux pastes(String text) {
        tmux("set-buffer", text);
        tmux("paste-buffer", "-p", "-t", WINDOW);
        return this;
    }

    /** Waits until this stands on the screen. */
    Tmux sees(String text) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(screen()).contains(text));
        return this;
    }

    /** Waits until this is the last that stands on the screen, but for the footer: the line that is being typed. */
    Tmux endsWith(String line) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(withoutFooter().lines().toList()).endsWith(line));
        return this;
    }

    private String withoutFooter() {
        return FOOTER.matcher(screen()).replaceFirst("").stripTrailing();
    }

    /** Waits until this is the footer. */
    Tmux seesFooter(String line) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(screen().lines().toList()).endsWith(line));
        return this;
    }

    /** The terminal becomes another size, as a window does that is dragged. */
    Tmux resizes(int columns, int rows) {
        tmux("resize-window", "-t", WINDOW, "-x", Integer.toString(columns), "-y", Integer.toString(rows));
        return this;
    }

    /** Turns to another window, so that this one has to ring to be heard. */
    Tmux looksElsewhere() {
        tmux("new-window", "-t", "s:", "sh");
        return this;
    }

    /** What programs have put into the clipboard. */
    String clipboard() {
        return tmux("list-buffers").strip();
    }

    /** Whether the terminal was rung since the last time it was asked. */
    boolean rang() {
        return tmux("display-message", "-p", "-t", WINDOW, "#{window_bell_flag}").strip().equals("1");
    }

    /** What stands on the screen, without the blanks at the ends of rows and without the empty rows at its end. */
    String screen() {
        return tmux("capture-pane", "-p", "-t", WINDOW).stripTrailing();
    }

    /** The same with the sequences that make its colours. */
    String colours() {
        return tmux("capture-pane", "-p", "-e", "-t", WINDOW);
    }

    String title() {
        return tmux("display-message", "-p", "-t", WINDOW, "#{pane_title}").strip();
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
