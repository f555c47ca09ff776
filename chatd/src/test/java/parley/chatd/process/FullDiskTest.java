package parley.chatd.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.Event.Done;
import parley.protocol.Event.Refused;
import parley.protocol.Event.Said;
import parley.protocol.Refusal;
import parley.protocol.client.Client;
import parley.protocol.client.Inbox;

/**
 * The disk takes no more while people talk: a limit on the size of the process's files stands for it, because the system
 * tells of both in the same way.
 */
class FullDiskTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    /** More than fit, and as many more are refused: what is refused must not make way for others. */
    private static final int KEPT = 400;
    private static final String LONG = "x".repeat(1000);
    private static final List<String> LIMITED = List.of("bash", "-c", "ulimit -S -f 300; exec \"$@\"", "bash");

    @TempDir
    Path folder;

    @Test
    void whatCannotBeStoredIsRefusedUntilThereIsRoomAndNothingThatWasAcknowledgedIsLost() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/prlimit")), "prlimit, which makes room again, is not here");
        Path config = Files.writeString(folder.resolve("chatd.toml"), "[limits]\nrecall = 1000\n"
                + "[history]\nmessages = " + KEPT + "\nfile = \"" + folder.resolve("history.db") + "\"\n");
        try (DaemonProcess first = DaemonProcess.start(folder, "--config", config.toString())) {
            first.terminate(); // SQLite's library, which is larger, is there now
        }
        try (DaemonProcess daemon =
                DaemonProcess.start(folder, Map.of(), LIMITED, "--config", config.toString());
             Client alice = Client.connect(daemon.address(), new Inbox())) {
            alice.ask(new Command.Hello("alice"));
            List<String> stored = new ArrayList<>();
            Refused refused = talkUntilRefused(alice, stored);
            assertThat(refused.why()).isEqualTo(Refusal.NOT_STORED);
            assertThat(refused.text()).startsWith("the history cannot be written");
            for (int i = 0; i < KEPT; i++) {
                if (alice.ask(new Command.Say("#lobby", "again " + i)) instanceof Done) {
                    stored.add("again " + i);
                }
            }
            assertThat(stored).hasSizeLessThan(KEPT);
            assertThat(trouble(alice)).startsWith("the history cannot be written");
            assertThat(daemon.log().lines()).as("the log tells of it, but not of each message").hasSizeLessThan(10);

            assertThat(new ProcessBuilder("prlimit", "--pid", Long.toString(daemon.pid()), "--fsize=unlimited:")
                    .inheritIO().start().waitFor()).isZero();
            await().atMost(SOON).until(() -> trouble(alice) == null);
            for (int i = 0; i < KEPT / 8; i++) {
                stored.add("there is room " + i);
                assertThat(alice.ask(new Command.Say("#lobby", "there is room " + i))).isInstanceOf(Done.class);
            }
            assertThat(history(daemon)).isEqualTo(stored);
        }
    }

    private static Refused talkUntilRefused(Client alice, List<String> stored) throws Exception {
        for (int i = 0; i < 10_000; i++) {
            Event.Answer answer = alice.ask(new Command.Say("#lobby", i + LONG));
            if (answer instanceof Refused refused) {
                return refused;
            }
            stored.add(i + LONG);
        }
        throw new AssertionError("nothing was refused");
    }

    private static String trouble(Client client) throws Exception {
        return ((Event.Status) client.ask(new Command.Status())).trouble();
    }

    private static List<String> history(DaemonProcess daemon) throws Exception {
        Inbox inbox = new Inbox();
        try (Client bob = Client.connect(daemon.address(), inbox)) {
            bob.ask(new Command.Hello("bob"));
            bob.ask(new Command.Recall("#lobby", null, null, 1000));
            List<String> texts = new ArrayList<>();
            while (inbox.take(Duration.ZERO).orElse(null) instanceof Said said) {
                texts.add(said.text());
            }
            return texts;
        }
    }
}
