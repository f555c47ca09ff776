package parley.chatd.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.client.Client;
import parley.protocol.client.Disconnected;
import parley.protocol.client.Inbox;

/** The command as a shell or a service manager sees it: what it prints, and the status it ends with. */
class ChatdProcessTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    @Test
    void stoppedItSaysGoodbyeClosesTheHistoryAndEndsWithZero() throws Exception {
        Path history = folder.resolve("history.db");
        Path config = config("[history]\nfile = \"" + history + "\"\n");
        try (DaemonProcess daemon = DaemonProcess.start(folder, "--config", config.toString())) {
            Inbox inbox = new Inbox();
            Client alice = Client.connect(daemon.address(), inbox);
            alice.ask(new Command.Hello("alice"));
            assertThat(alice.ask(new Command.Say("#lobby", "kept"))).isInstanceOf(Event.Done.class);

            assertThat(daemon.terminate()).isZero();
            assertThat(catchThrowableOfType(Disconnected.class, () -> inbox.take(SOON)))
                    .hasMessage("the server is shutting down");
            assertThat(daemon.log()).contains("listening at " + daemon.address(), "stopping", "stopped");
            assertThat(history).exists();
            assertThat(folder.resolve("history.db-wal")).doesNotExist();
        }
    }

    @Test
    void stoppedItKeepsWhatWasSaid() throws Exception {
        Path config = config("[history]\nfile = \"" + folder.resolve("history.db") + "\"\n");
        try (DaemonProcess first = DaemonProcess.start(folder, "--config", config.toString());
             Client alice = Client.connect(first.address(), new Inbox())) {
            alice.ask(new Command.Hello("alice"));
            alice.ask(new Command.Say("#lobby", "kept"));
            first.terminate();
        }
        Inbox inbox = new Inbox();
        try (DaemonProcess second = DaemonProcess.start(folder, "--config", config.toString());
             Client bob = Client.connect(second.address(), inbox)) {
            bob.ask(new Command.Hello("bob"));
            bob.ask(new Command.Recall("#lobby", null, null, 10));
            assertThat(inbox.take(SOON)).get().isInstanceOfSatisfying(Event.Said.class,
                    said -> assertThat(said.text()).isEqualTo("kept"));
        }
    }

    @Test
    void aPortInUseIsOneSentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            int port = taken.getLocalPort();
            assertThat(run("--memory", "--port", Integer.toString(port))).isEqualTo(new Ended(69,
                    "chatd: cannot listen at 127.0.0.1:" + port + ": Address already in use; another program may have"
                            + " it: choose another with --port N, or --port 0 for any free one\n"));
        }
    }

    @Test
    void aHistoryInUseIsOneSentence() throws Exception {
        Path config = config("[history]\nfile = \"" + folder.resolve("history.db") + "\"\n");
        try (DaemonProcess _ = DaemonProcess.start(folder, "--config", config.toString())) {
            Ended second = run("--config", config.toString(), "--port", "0");
            assertThat(second.status()).isEqualTo(69);
            assertThat(second.printed()).startsWith("chatd: ").contains("history.db").hasLineCount(1);
        }
    }

    @Test
    void whatIsWrongInAConfigurationIsNamedByLineAndColumn() throws Exception {
        Path config = config("motd = 5\n[limits]\nidel = \"2m\"\n");
        for (String check : List.of("--check", "--memory")) {
            assertThat(run("--config", config.toString(), check)).isEqualTo(new Ended(2, """
                    chatd: %1$s:1:1: motd is a text in quotes
                    chatd: %1$s:3:1: idel is not a key in [limits]; did you mean idle?
                    """.formatted(config)));
        }
    }

    @Test
    void aConfigurationWithoutAnAddressIsWrongToo() throws Exception {
        Path config = config("listen = []\n");
        assertThat(run("--config", config.toString(), "--memory")).isEqualTo(new Ended(2,
                "chatd: " + config
                        + ":1:1: listen is a list of addresses HOST:PORT, or of tables, each under a [[listen]]: it has none\n"));
    }

    @Test
    void aConfigurationThatIsNotThereIsSaidToBeSo() throws Exception {
        Path config = folder.resolve("nowhere.toml");
        assertThat(run("--config", config.toString()))
                .isEqualTo(new Ended(2, "chatd: there is no configuration file " + config + "\n"));
    }

    @Test
    void aFlagThatDoesNotExistGetsASuggestion() throws Exception {
        Ended ended = run("--memroy");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.printed()).contains("--memroy", "--memory").doesNotContain("\tat ");
    }

    @Test
    void aPortThatCannotBeIsWrongUsage() throws Exception {
        assertThat(run("--memory", "--port", "70000"))
                .isEqualTo(new Ended(2, "chatd: --port: port 70000 is not between 0 and 65535\n"));
        Ended word = run("--memory", "--port", "many");
        assertThat(word.status()).isEqualTo(2);
        assertThat(word.printed()).contains("--port", "many").doesNotContain("\tat ");
    }

    @Test
    void helpVersionAndCheckPrintAndEndWithZero() throws Exception {
        Ended help = run("--help");
        assertThat(help.status()).isZero();
        assertThat(help.printed()).contains("Usage: chatd", "--config", "--port-file", "--memory", "Exit status", "69");
        Ended version = run("--version");
        assertThat(version.status()).isZero();
        assertThat(version.printed()).matches("chatd \\S+\n");
        assertThat(run("--check")).isEqualTo(new Ended(0, "the standard configuration is fine\n"));
        Path config = config("motd = \"hi\"\n");
        assertThat(run("--check", "--config", config.toString())).isEqualTo(new Ended(0, config + " is fine\n"));
        assertThat(folder.resolve("state")).doesNotExist();
    }

    @Test
    void aPortFileThatCannotBeWrittenIsOneSentence() throws Exception {
        Path port = folder.resolve("nowhere").resolve("port");
        Ended ended = run("--memory", "--port", "0", "--port-file", port.toString());
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.printed()).contains("chatd: cannot write " + port + ": its folder does not exist\n")
                .doesNotContain("\tat ");
    }

    @Test
    void aPortFileThatIsAFolderIsOneSentenceAndNoDraftIsLeft() throws Exception {
        Path port = Files.createDirectory(folder.resolve("port"));
        Ended ended = run("--memory", "--port", "0", "--port-file", port.toString());
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.printed()).contains("chatd: cannot write " + port + ": ").doesNotContain("\tat ");
        assertThat(folder.resolve("port.new")).doesNotExist();
    }

    private Path config(String text) throws IOException {
        return Files.writeString(folder.resolve("chatd.toml"), text);
    }

    /** How a command ended, and what it printed on either stream. */
    private record Ended(int status, String printed) {
    }

    private Ended run(String... arguments) throws Exception {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process = DaemonProcess.launch(output, List.of(arguments));
        return new Ended(DaemonProcess.exitStatus(process), Files.readString(output));
    }
}
