package parley.chatd.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import parley.protocol.Address;

/** A chatd in a process of its own, for what only a process can show: signals, exit statuses, sudden death. */
public final class DaemonProcess implements Closeable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Process process;
    private final Path log;
    private final Path portFile;
    private final Address address;

    private DaemonProcess(Process process, Path log, Path portFile, Address address) {
        this.process = process;
        this.log = log;
        this.portFile = portFile;
        this.address = address;
    }

    /** Starts a daemon on a free port with these arguments, and waits until it accepts. */
    public static DaemonProcess start(Path folder, String... arguments) throws IOException {
        return start(folder, Map.of(), arguments);
    }

    /** The same, with these variables in its environment. */
    public static DaemonProcess start(Path folder, Map<String, String> environment, String... arguments)
            throws IOException {
        return start(folder, environment, List.of(), arguments);
    }

    /** The same, by way of another command, which becomes the one that follows it. */
    static DaemonProcess start(Path folder, Map<String, String> environment, List<String> by, String... arguments)
            throws IOException {
        Path port = Files.createTempFile(folder, "port", "");
        Files.delete(port);
        Path log = Files.createTempFile(folder, "chatd", ".log");
        List<String> more = new ArrayList<>(List.of("--port", "0", "--port-file", port.toString()));
        more.addAll(List.of(arguments));
        Process process = launch(log, environment, by, more);
        await().atMost(PATIENCE).until(() -> Files.exists(port) || !process.isAlive());
        if (!Files.exists(port)) {
            throw new AssertionError("chatd ended with " + process.exitValue() + ": " + Files.readString(log));
        }
        return new DaemonProcess(process, log, port,
                new Address("127.0.0.1", Integer.parseInt(Files.readString(port).strip())));
    }

    /**
     * Starts the command as it is, with what it prints on either stream in one file. Unless told otherwise it keeps its
     * history beside that file, never where its user does.
     */
    public static Process launch(Path output, List<String> arguments) throws IOException {
        return launch(output, Map.of(), List.of(), arguments);
    }

    private static Process launch(Path output, Map<String, String> environment, List<String> by,
            List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(by);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), "parley.chatd.Chatd"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("XDG_STATE_HOME", output.resolveSibling("state").toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    public Address address() {
        return address;
    }

    public Path portFile() {
        return portFile;
    }

    public String log() throws IOException {
        return Files.readString(log);
    }

    /** Waits until the log has this text. */
    public void awaitLog(String text) {
        await().atMost(PATIENCE).until(() -> {
            assertThat(process.isAlive() || log().contains(text)).as("log: %s", log()).isTrue();
            return log().contains(text);
        });
    }

    /** kill -NAME. */
    public void signal(String name) throws IOException, InterruptedException {
        signal(process, name);
    }

    public static void signal(Process process, String name) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor()).isZero();
    }

    /** Waits for the end; returns the exit status. */
    public int exitStatus() throws InterruptedException {
        return exitStatus(process);
    }

    public long pid() {
        return process.pid();
    }

    /** kill -9. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM; returns the exit status. */
    public int terminate() throws InterruptedException {
        process.destroy();
        return exitStatus(process);
    }

    /** Waits for the end of a process; one that does not end in time is killed. */
    public static int exitStatus(Process process) throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("chatd did not end within " + PATIENCE);
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        try {
            kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
