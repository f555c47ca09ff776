package parley.chatd.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.chatd.Daemon;
import parley.chatd.accounts.ScramVerifier;
import parley.chatd.config.ConfigFile;
import parley.chatd.engine.MemoryEngine;
import parley.protocol.Address;
import parley.protocol.Command.Hello;
import parley.protocol.Command.Say;
import parley.protocol.Command.WhoIs;
import parley.protocol.Event;
import parley.protocol.Event.Joined;
import parley.protocol.Event.Left;
import parley.protocol.Event.Said;
import parley.protocol.Password;
import parley.protocol.client.Client;
import parley.protocol.client.Inbox;

/**
 * IRC clients that others wrote, and people like, talk with somebody over JSON lines. Each test is skipped where its
 * client is not installed; Debian has them in packages of the same name.
 */
class IrcClientsTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PASSWORD = "correct-horse";

    @TempDir
    private Path home;

    private final Inbox bobHears = new Inbox();
    private Daemon daemon;
    private Client bob;
    private Address irc;
    private Process program;

    @BeforeEach
    void start() throws Exception {
        daemon = Daemon.start(ConfigFile.parse("test", """
                listen = ["127.0.0.1:0", {address = "127.0.0.1:0", dialect = "irc"}]
                motd = "Be kind."
                [accounts.ann]
                password = "%s"
                """.formatted(ScramVerifier.of(new Password(PASSWORD)).text())), new MemoryEngine(100));
        bob = Client.connect(daemon.address(), bobHears);
        assertThat(bob.ask(new Hello("bob"))).isInstanceOf(Event.Welcomed.class);
        irc = daemon.ircAddress().orElseThrow();
    }

    @AfterEach
    void stop() throws Exception {
        if (program != null) {
            program.descendants().forEach(ProcessHandle::destroyForcibly);
            program.destroyForcibly().waitFor();
        }
        daemon.close();
    }

    @Test
    void weechatTalks() throws Exception {
        run("weechat-headless", "weechat-headless", "--dir", home.toString(), "--run-command",
                "/set logger.file.flush_delay 0;/server add chatd 127.0.0.1/" + irc.port() + " -notls -nicks=guest"
                        + " -autojoin=#lobby -capabilities=*;/set irc.server.chatd.command \"/wait 1 /msg #lobby hello\";"
                        + "/connect chatd");
        assertThat(next(Joined.class)).isEqualTo(new Joined("#lobby", "guest"));
        assertTheyTalk(".*irc\\.chatd\\.#lobby.*");
    }

    @Test
    void irssiTalks() throws Exception {
        Files.writeString(home.resolve("startup"), """
                set autolog_path %s/#lobby.log
                set autolog_level all
                set autolog on
                connect 127.0.0.1 %d
                """.formatted(home, irc.port()));
        assumeInstalled("script");
        // It wants a terminal, and script is one.
        run("irssi", "script", "--quiet", "--command", "irssi --home=" + home + " --nick=guest", "/dev/null");
        assertThat(next(Joined.class)).isEqualTo(new Joined("#lobby", "guest"));
        program.getOutputStream().write("/msg #lobby hello\r".getBytes(StandardCharsets.UTF_8));
        program.getOutputStream().flush();
        assertTheyTalk(".*#lobby\\.log");
    }

    @Test
    void weechatLogsInByScram() throws Exception {
        run("weechat-headless", "weechat-headless", "--dir", home.toString(), "--run-command",
                "/server add chatd 127.0.0.1/" + irc.port() + " -notls -nicks=ann -autojoin=#lobby"
                        + " -sasl_mechanism=scram-sha-256 -sasl_username=ann -sasl_password=" + PASSWORD
                        + ";/connect chatd");
        assertAnnIsLoggedIn();
    }

    /** Nobody else could have the nick. */
    private void assertAnnIsLoggedIn() throws Exception {
        assertThat(next(Joined.class)).isEqualTo(new Joined("#lobby", "ann"));
        assertThat(bob.ask(new WhoIs("ann"))).isInstanceOfSatisfying(Event.Person.class,
                person -> assertThat(person.account()).isEqualTo("ann"));
    }

    @Test
    void iiTalks() throws Exception {
        run("ii", "ii", "-s", "127.0.0.1", "-p", "" + irc.port(), "-n", "guest", "-i", home.toString());
        assertThat(next(Joined.class)).isEqualTo(new Joined("#lobby", "guest"));
        Path room = home.resolve("127.0.0.1/#lobby");
        await().atMost(SOON).until(() -> Files.exists(room.resolve("in")));
        Files.writeString(room.resolve("in"), "hello\n");
        assertTheyTalk(".*#lobby/out");
    }

    private void assertTheyTalk(String log) throws Exception {
        Said said = next(Said.class);
        assertThat(said.from()).isEqualTo("guest");
        assertThat(said.text()).isEqualTo("hello");
        assertBobIsHeard(log);
    }

    /** What bob says is in the client's log; and that it goes is known. */
    private void assertBobIsHeard(String log) throws Exception {
        assertThat(bob.ask(new Say("#lobby", "hello, guest"))).isInstanceOf(Event.Done.class);
        await().atMost(SOON).until(() -> read(log).contains("hello, guest"));
        program.descendants().forEach(ProcessHandle::destroy);
        program.destroy();
        assertThat(next(Left.class).nick()).isEqualTo("guest");
    }

    /** All files of the client whose path is like this. */
    private String read(String path) throws IOException {
        Pattern pattern = Pattern.compile(path);
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(home)) {
            List<Path> logs =
                    files.filter(it -> Files.isRegularFile(it) && pattern.matcher(it.toString()).matches()).toList();
            for (Path file : logs) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    /** The next thing of this kind that bob hears. */
    private <E extends Event> E next(Class<E> kind) throws Exception {
        while (true) {
            Event event = bobHears.take(SOON).orElseThrow(() -> new AssertionError("no " + kind.getSimpleName()));
            if (kind.isInstance(event)) {
                return kind.cast(event);
            }
        }
    }

    private void run(String needed, String... command) throws IOException {
        assumeInstalled(needed);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.PIPE).redirectOutput(home.resolve("screen").toFile());
        builder.environment().put("TERM", "xterm");
        builder.environment().put("HOME", home.toString());
        program = builder.start();
    }

    private static void assumeInstalled(String name) {
        boolean installed = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
        assumeTrue(installed, () -> name + " is not installed: apt-get install " + name);
    }
}
