package parley.chatd.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What systemd would hear (sd_notify(3)), and what it says to the unit. */
class ServiceManagerTest {

    private static final Path UNIT = Path.of("../scripts/systemd/chatd.service");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"path", "abstract"})
    void itHearsWhenTheServerIsReadyReloadsAndStops(String kind) throws Exception {
        assumeTrue(isThere("python3"), "the ear is written in Python, which is not here");
        String socket = kind.equals("path")
                ? folder.resolve("notify").toString()
                : "@parley-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
        Path config = Files.writeString(folder.resolve("chatd.toml"), "");
        try (Ear ear = Ear.at(socket);
             DaemonProcess daemon = DaemonProcess.start(folder, Map.of("NOTIFY_SOCKET", socket), "--memory",
                     "--config", config.toString())) {
            String status = "STATUS=listening at " + daemon.address();
            assertThat(ear.hears()).isEqualTo("READY=1|" + status);
            long before = TimeUnit.NANOSECONDS.toMicros(System.nanoTime());
            daemon.signal("HUP");
            String reloading = ear.hears();
            assertThat(reloading).matches("RELOADING=1\\|MONOTONIC_USEC=\\d+");
            assertThat(Long.parseLong(reloading.substring(reloading.lastIndexOf('=') + 1))).as("the machine's clock")
                    .isBetween(before, TimeUnit.NANOSECONDS.toMicros(System.nanoTime()));
            assertThat(ear.hears()).isEqualTo("READY=1|" + status);
            daemon.terminate();
            assertThat(ear.hears()).isEqualTo("STOPPING=1|STATUS=saying goodbye to everyone");
            assertThat(daemon.log()).doesNotContain("WARN");
        }
    }

    @Test
    void itHearsSignsOfLifeIfItWantsThem() throws Exception {
        assumeTrue(isThere("python3"), "the ear is written in Python, which is not here");
        String socket = folder.resolve("notify").toString();
        try (Ear ear = Ear.at(socket);
             DaemonProcess _ = DaemonProcess.start(folder,
                     Map.of("NOTIFY_SOCKET", socket, "WATCHDOG_USEC", "200000"), "--memory")) {
            assertThat(ear.hears()).startsWith("READY=1");
            assertThat(ear.hears()).isEqualTo("WATCHDOG=1");
            assertThat(ear.hears()).isEqualTo("WATCHDOG=1");
        }
    }

    @Test
    void itIsNoMatterThatNobodyHears() throws Exception {
        String socket = folder.resolve("nobody").toString();
        try (DaemonProcess daemon = DaemonProcess.start(folder, Map.of("NOTIFY_SOCKET", socket), "--memory")) {
            daemon.awaitLog("the service manager could not be told at " + socket + ": READY=1");
            assertThat(daemon.terminate()).isZero();
        }
    }

    @Test
    void theUnitIsSoundAndLocksTheProcessIn() throws Exception {
        assumeTrue(isThere("systemd-analyze"), "systemd is not here to look at its unit");
        String unit = Files.readString(UNIT).replaceAll("(?m)^ExecStart=.*", "ExecStart=/bin/true");
        Path file = Files.writeString(folder.resolve("chatd.service"), unit);
        assertThat(run("systemd-analyze", "verify", file.toString())).as("what it says").isEmpty();
        assertThat(run("systemd-analyze", "security", "--offline=true", "--threshold=20", file.toString()))
                .as("exposure, of 100").contains("Overall exposure level");
    }

    private String run(String... command) throws Exception {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(output);
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private static boolean isThere(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Prints each datagram that comes to a Unix socket as a line, with a bar where it has a line end. */
    private record Ear(Process process, BufferedReader lines) implements Closeable {

        private static final String PROGRAM = """
                import socket, sys
                ear = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
                name = sys.argv[1]
                ear.bind("\\0" + name[1:] if name[0] == "@" else name)
                print("ready", flush=True)
                while True:
                    print(ear.recv(4096).decode().replace("\\n", "|"), flush=True)
                """;

        static Ear at(String socket) throws IOException {
            Process process = new ProcessBuilder("python3", "-c", PROGRAM, socket).start();
            Ear ear = new Ear(process, process.inputReader());
            assertThat(ear.hears()).isEqualTo("ready");
            return ear;
        }

        /** What comes next; the read itself would wait for ever. */
        String hears() {
            return CompletableFuture.supplyAsync(() -> {
                try {
                    return lines.readLine();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }).orTimeout(20, TimeUnit.SECONDS).join();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
