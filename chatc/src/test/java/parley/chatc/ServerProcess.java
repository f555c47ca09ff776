package parley.chatc;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import parley.chatd.Daemon;
import parley.chatd.config.Config;
import parley.chatd.core.Engine;
import parley.chatd.engine.Durability;
import parley.chatd.engine.FileEngine;
import parley.chatd.engine.Retention;
import parley.chatd.engine.Retentions;
import parley.protocol.Address;

/** A server in a process of its own that can be killed and started again, at the same address with the same history. */
public final class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PORT_FILE = "port";

    private final Path folder;
    private int port;
    private Process process;

    private ServerProcess(Path folder) throws IOException {
        this.folder = folder;
        this.process = launch();
    }

    public static ServerProcess start(Path folder) throws IOException {
        return new ServerProcess(folder);
    }

    /** A server with its history in a file: PORT FOLDER. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[1]);
        Engine engine = FileEngine.open(folder.resolve("history.db"), Durability.PROCESS,
                Retentions.all(new Retention(1000, Duration.ofDays(1))), InstantSource.system());
        Daemon daemon = Daemon.start(Config.standard().onPort(Integer.parseInt(args[0])), engine);
        Path draft = Files.writeString(folder.resolve("port.draft"), Integer.toString(daemon.address().port()));
        Files.move(draft, folder.resolve(PORT_FILE), StandardCopyOption.ATOMIC_MOVE);
        new CountDownLatch(1).await();
    }

    private Process launch() throws IOException {
        Path portFile = folder.resolve(PORT_FILE);
        Files.deleteIfExists(portFile);
        Process launched =
                new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
                        System.getProperty("java.class.path"), ServerProcess.class.getName(), Integer.toString(port),
                        folder.toString())).redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile())
                        .start();
        await().atMost(PATIENCE).until(() -> Files.exists(portFile) || !launched.isAlive());
        if (!launched.isAlive()) {
            throw new AssertionError(Files.readString(folder.resolve("log")));
        }
        port = Integer.parseInt(Files.readString(portFile));
        return launched;
    }

    public Address address() {
        return new Address("127.0.0.1", port);
    }

    /** kill -9. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public void startAgain() throws IOException {
        process = launch();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
