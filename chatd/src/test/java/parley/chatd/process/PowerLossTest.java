package parley.chatd.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.protocol.Command;
import parley.protocol.Event.Done;
import parley.protocol.client.Client;
import parley.protocol.client.Inbox;

/**
 * Promise 2, for the loss of power: with {@code durability = "disk"} no answer comes before the disk has confirmed that
 * it has the message. What strace sees the daemon ask of the system tells; a power cut would only tell now and then.
 */
class PowerLossTest {

    private static final int MESSAGES = 20;

    @TempDir
    Path folder;

    @Test
    void theDiskConfirmsEachMessageBeforeItsAnswerComes() throws Exception {
        assertThat(confirmedBeforeTheirAnswers("disk")).isEqualTo(MESSAGES);
    }

    @Test
    void withoutThatNobodyWaitsForTheDisk() throws Exception {
        assertThat(confirmedBeforeTheirAnswers("process")).isLessThan(MESSAGES);
    }

    private int confirmedBeforeTheirAnswers(String durability) throws Exception {
        Path config = Files.writeString(folder.resolve("chatd.toml"), "[history]\nfile = \""
                + folder.resolve("history.db") + "\"\ndurability = \"" + durability + "\"\n");
        try (DaemonProcess daemon = DaemonProcess.start(folder, "--config", config.toString());
             Client alice = Client.connect(daemon.address(), new Inbox())) {
            alice.ask(new Command.Hello("alice"));
            Path trace = folder.resolve("trace");
            Process strace = watch(daemon, trace);
            try {
                return countConfirmed(alice, trace);
            } finally {
                strace.destroy();
                strace.waitFor();
            }
        }
    }

    private static int countConfirmed(Client alice, Path trace) throws Exception {
        int confirmed = 0;
        for (int i = 0; i < MESSAGES; i++) {
            long before = syncs(trace);
            assertThat(alice.ask(new Command.Say("#lobby", "message " + i))).isInstanceOf(Done.class);
            confirmed += syncs(trace) > before ? 1 : 0;
        }
        return confirmed;
    }

    /** How often the system has said that something is on the disk. strace writes that down before it lets it go on. */
    private static long syncs(Path trace) throws IOException {
        try (Stream<String> lines = Files.lines(trace)) {
            return lines.filter(line -> line.matches(".*\\b(fsync|fdatasync)\\b.*= 0")).count();
        }
    }

    private Process watch(DaemonProcess daemon, Path trace) throws IOException {
        Path says = folder.resolve("strace.txt");
        try {
            Process strace = new ProcessBuilder("strace", "-f", "-e", "trace=fsync,fdatasync", "-o", trace.toString(),
                    "-p", Long.toString(daemon.pid())).redirectErrorStream(true).redirectOutput(says.toFile()).start();
            await().until(() -> Files.readString(says).contains("attached") || !strace.isAlive());
            assumeTrue(strace.isAlive(), "strace may not watch: " + Files.readString(says));
            return strace;
        } catch (IOException e) {
            assumeTrue(false, "there is no strace to watch with: " + e.getMessage());
            throw e;
        }
    }
}
