package parley.scenarios.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import parley.protocol.Address;
import parley.scenarios.Target;
import parley.scenarios.language.Shown;

/** A process with a server in it, and all processes that it has started: they end together. One thread uses it. */
final class Child implements AutoCloseable {

    private static final int MOST_LINES = 20;
    private static final int MOST_CHARACTERS = 500;
    private static final long GOODBYE_SECONDS = 10;
    private static final long PAUSE_MILLIS = 10;

    private final Process process;
    private final Thread hook;
    private final Thread reader;
    private final Deque<String> lines = new ArrayDeque<>();
    private volatile Address address = new Address("127.0.0.1", 0);

    private Child(Process process) {
        this.process = process;
        this.hook = Thread.ofPlatform().unstarted(() -> all().forEach(ProcessHandle::destroyForcibly));
        this.reader = Thread.ofVirtual().name("server-output").unstarted(this::read);
    }

    /** Starts a command of the shell. */
    static Child start(String command) throws IOException {
        Child child = new Child(new ProcessBuilder("sh", "-c", command).redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile())).start());
        Runtime.getRuntime().addShutdownHook(child.hook);
        child.reader.start();
        return child;
    }

    /** A port that nobody listens at now. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * Waits until it can be connected to. There is nothing but trying: nobody tells when another process listens.
     *
     * @param port where it is to listen; 0 if it writes that into a file
     */
    void awaitListening(int port, Path portFile, Duration patience)
            throws StepFailed, IOException, InterruptedException {
        Deadline deadline = Deadline.in(patience);
        while (!listens(port == 0 ? written(portFile) : port)) {
            if (!process.isAlive()) {
                awaitOutput();
                throw new StepFailed("the server ended with status " + process.exitValue() + " before it listened");
            }
            if (deadline.left() <= 0) {
                throw new StepFailed(silence(port, portFile) + " within " + Failure.time(patience));
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private static String silence(int port, Path portFile) throws IOException {
        if (port > 0) {
            return "the server did not listen at the port that the command has for " + Target.Started.PORT + ", " + port
                    + ",";
        }
        String text = text(portFile);
        return text.isEmpty()
                ? "the server wrote nothing into the file that the command has for " + Target.Started.PORT_FILE
                : "the server wrote \"" + Shown.plain(text) + "\" into its port file, and did not listen there";
    }

    private static int written(Path portFile) throws IOException {
        String text = text(portFile);
        return text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    }

    private static String text(Path portFile) throws IOException {
        return Files.exists(portFile) ? Files.readString(portFile).strip() : "";
    }

    private boolean listens(int port) {
        if (port == 0) {
            return false;
        }
        address = new Address("127.0.0.1", port);
        try (Socket socket = new Socket()) {
            socket.connect(address.resolve());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    Address address() {
        return address;
    }

    private void read() {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                keep(line);
            }
        } catch (IOException e) {
            return; // it is gone
        }
    }

    private synchronized void keep(String line) {
        lines.add(line.length() > MOST_CHARACTERS ? line.substring(0, MOST_CHARACTERS) + "…" : line);
        if (lines.size() > MOST_LINES) {
            lines.remove();
        }
    }

    /** The last lines that it printed. */
    synchronized List<String> printed() {
        return List.copyOf(lines);
    }

    private Stream<ProcessHandle> all() {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()));
    }

    /** Ends all of it at once. */
    void kill() {
        List<ProcessHandle> alive = all().toList();
        alive.forEach(ProcessHandle::destroyForcibly);
        gone(alive);
    }

    /** Asks it to end, and after a while makes it. */
    @Override
    public void close() {
        List<ProcessHandle> alive = all().toList();
        alive.forEach(ProcessHandle::destroy);
        gone(alive);
    }

    private void gone(List<ProcessHandle> alive) {
        for (ProcessHandle one : alive) {
            try {
                one.onExit().get(GOODBYE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                one.destroyForcibly();
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                one.destroyForcibly();
            }
        }
        all().forEach(ProcessHandle::destroyForcibly); // who was born meanwhile
        awaitOutput();
        unhook();
    }

    private void awaitOutput() {
        try {
            var _ = reader.join(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void unhook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // this program is ending, and the hook with it
        }
    }
}
