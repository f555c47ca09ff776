package parley.chatd.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of the process: when it is told twice, too early, and what it leaves behind. */
class StopTest {

    @TempDir
    Path folder;

    @Test
    void interruptedTwiceItDoesNotWaitForAnyone() throws Exception {
        try (DaemonProcess daemon = DaemonProcess.start(folder, "--memory");
             Socket stalled = new Socket(daemon.address().host(), daemon.address().port())) {
            stalled.getOutputStream().write("{\"do\":\"ping\"}\n".getBytes(StandardCharsets.UTF_8));
            assertThat(stalled.getInputStream().read()).isEqualTo('{');
            daemon.signal("INT");
            daemon.awaitLog("stopping; sessions to say goodbye to: 1");
            daemon.signal("INT");
            assertThat(daemon.exitStatus()).isEqualTo(130);
            assertThat(daemon.log()).contains("interrupted once more; connections are not waited for");
        }
    }

    /** As {@code timeout} does, once to the process and once to its group. */
    @Test
    void toldTwiceItStopsAsIfToldOnce() throws Exception {
        try (DaemonProcess daemon = DaemonProcess.start(folder, "--memory");
             Socket guest = new Socket(daemon.address().host(), daemon.address().port())) {
            guest.getOutputStream().write("{\"do\":\"hello\",\"nick\":\"guest\"}\n".getBytes(StandardCharsets.UTF_8));
            assertThat(guest.getInputStream().read()).isEqualTo('{');
            daemon.signal("TERM");
            daemon.signal("TERM");
            assertThat(new String(guest.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).contains("bye");
            guest.shutdownOutput();
            assertThat(daemon.exitStatus()).isZero();
            assertThat(daemon.log()).contains("stopped");
        }
    }

    @Test
    void toldWhileItStartsItStopsAsSoonAsItHas() throws Exception {
        Path history = folder.resolve("history.db");
        Path config = Files.writeString(folder.resolve("chatd.toml"), "[history]\nfile = \"" + history + "\"\n");
        try (DaemonProcess daemon = DaemonProcess.start(folder, "--config", config.toString())) {
            daemon.terminate();
        }
        Path lock = Path.of(history + ".lock");
        Files.delete(lock);
        Path log = folder.resolve("second.log");
        Process second;
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + history);
             Statement statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            second = DaemonProcess.launch(log, List.of("--config", config.toString(), "--port", "0"));
            await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(lock)); // now it waits for the history
            DaemonProcess.signal(second, "TERM");
        }
        assertThat(DaemonProcess.exitStatus(second)).isZero();
        assertThat(Files.readString(log)).contains("listening", "stopped");
    }

    /** The driver of the history's database unpacks a part of itself at each start, unless it has it already. */
    @Test
    void killedItLeavesNothingAmongTheTemporaryFiles() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Map<String, String> environment = Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);
        for (int i = 0; i < 2; i++) {
            try (DaemonProcess daemon = DaemonProcess.start(folder, environment)) {
                daemon.kill();
            }
            assertThat(temporary).isEmptyDirectory();
        }
        assertThat(folder.resolve("state/chatd/native")).isDirectoryRecursivelyContaining("glob:**.so");
    }

    @Test
    void thePortFileGoesWithTheProcessUnlessItIsAnothers() throws Exception {
        try (DaemonProcess daemon = DaemonProcess.start(folder, "--memory");
             DaemonProcess other = DaemonProcess.start(folder, "--memory")) {
            Files.writeString(other.portFile(), "1\n");
            assertThat(daemon.terminate()).isZero();
            assertThat(other.terminate()).isZero();
            assertThat(daemon.portFile()).doesNotExist();
            assertThat(other.portFile()).hasContent("1");
        }
    }
}
