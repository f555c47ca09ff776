package parley.chatd.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.Password;
import parley.protocol.Refusal;
import parley.protocol.client.Client;
import parley.protocol.client.Inbox;

/** An account from the command line to the chat, and back out of every log and file that has no business with it. */
class PasswdTest {

    private static final String SECRET = "correct horse battery";

    @TempDir
    Path folder;
    private Path config;
    private Path output;

    @BeforeEach
    void configuration() throws IOException {
        output = folder.resolve("output");
        config = Files.writeString(folder.resolve("chatd.toml"), """
                [history]
                file = "%s"
                [log]
                level = "debug"
                """.formatted(folder.resolve("history.db")));
    }

    @Test
    void whatIsPrintedCanBeAppendedToAConfiguration() throws Exception {
        assertThat(passwd(SECRET + "\n", "alice")).isZero();
        Files.writeString(config, Files.readString(config) + Files.readString(output));

        try (DaemonProcess daemon = DaemonProcess.start(folder, "--config", config.toString())) {
            assertThat(hello(daemon, "alice", SECRET)).isInstanceOf(Event.Welcomed.class);
        }
    }

    @Test
    void aVerifierForScramDoesAsAPasswordToo() throws Exception {
        assertThat(passwd(SECRET + "\n", "--scram", "alice")).isZero();
        assertThat(Files.readString(output))
                .matches("\\[accounts.alice]\npassword = \"SCRAM-SHA-256\\$600000:\\S+\\$\\S+:\\S+\"\n");
        Files.writeString(config, Files.readString(config) + Files.readString(output));

        try (DaemonProcess daemon = DaemonProcess.start(folder, "--config", config.toString())) {
            assertThat(hello(daemon, "alice", SECRET)).isInstanceOf(Event.Welcomed.class);
        }
    }

    @Test
    void aRunningDaemonGoesByItAfterReadingAgain() throws Exception {
        try (DaemonProcess daemon = DaemonProcess.start(folder, "--config", config.toString())) {
            assertThat(hello(daemon, "alice", null)).isInstanceOf(Event.Welcomed.class);
            assertThat(passwd(SECRET + "\n", "alice", "--config", config.toString())).isZero();
            daemon.signal("HUP");

            await().atMost(Duration.ofSeconds(10)).until(() -> hello(daemon, "alice", null),
                    answer -> answer instanceof Event.Refused refused && refused.why() == Refusal.NICK_RESERVED);
            assertThat(hello(daemon, "alice", SECRET)).isInstanceOf(Event.Welcomed.class);
            assertThat(hello(daemon, "alice", "wrong" + SECRET)).isInstanceOfSatisfying(Event.Refused.class,
                    refused -> assertThat(refused.why()).isEqualTo(Refusal.PASSWORD_WRONG));
            daemon.terminate();
            assertThat(daemon.log()).doesNotContain(SECRET, "argon2id");
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).as(file.toString())
                        .doesNotContain(SECRET);
            }
        }
    }

    @Test
    void whatIsNoPasswordOrNoNickIsRefused() throws Exception {
        assertThat(passwd("short\n", "alice")).isEqualTo(2);
        assertThat(Files.readString(output)).isEqualTo("chatd passwd: a password has at least 8 characters\n");
        assertThat(passwd("", "alice")).isEqualTo(2);
        assertThat(passwd(SECRET + "\n", "al ice")).isEqualTo(2);
        assertThat(Files.readString(output)).startsWith("chatd passwd: a nick is letters, digits");
        assertThat(passwd(SECRET + "\n", "alice", "--config", folder.resolve("none.toml").toString())).isEqualTo(2);
        assertThat(Files.readString(output)).contains("there is no configuration file");
    }

    private int passwd(String input, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("passwd"));
        all.addAll(List.of(arguments));
        Process process = DaemonProcess.launch(output, all);
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static Event.Answer hello(DaemonProcess daemon, String nick, String password) throws Exception {
        try (Client client = Client.connect(daemon.address(), new Inbox())) {
            Event.Answer answer = client.ask(
                    new Command.Hello(nick, password == null ? null : new Password(password), false, Map.of()));
            client.ask(new Command.Quit("that is all"));
            return answer;
        }
    }
}
