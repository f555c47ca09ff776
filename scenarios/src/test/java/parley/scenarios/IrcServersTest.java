package parley.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.protocol.Address;
import parley.protocol.Dialect;

/**
 * Scenarios over IRC, with servers that nobody here wrote, where their packages are installed: the same files that pass
 * over JSON lines.
 */
final class IrcServersTest {

    /** Those of the library that any server of IRC should pass, whatever it thinks of topics, history and limits. */
    private static final List<String> EVERYWHERE = List.of("broadcast", "invitations", "moderated", "private", "rooms");

    @TempDir
    private Path folder;
    private Process server;

    @AfterEach
    void stop() throws InterruptedException {
        if (server != null) {
            server.destroy();
            assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void ngircd() throws Exception {
        Address address = freePort();
        Path config = Files.writeString(folder.resolve("ngircd.conf"), """
                [Global]
                Name = irc.test
                Info = test
                Listen = 127.0.0.1
                Ports = %d
                MotdPhrase = Be kind.
                [Limits]
                MaxConnectionsIP = 0
                MaxPenaltyTime = 0
                [Options]
                Ident = no
                DNS = no
                PAM = no
                """.formatted(address.port()));
        start("ngircd", address, "/usr/sbin/ngircd", "-n", "-f", config.toString());
        passes(address);
    }

    @Test
    void inspircd() throws Exception {
        Address address = freePort();
        Path motd = Files.writeString(folder.resolve("motd"), "Be kind.\n");
        Path config = Files.writeString(folder.resolve("inspircd.conf"), """
                <server name="irc.test" description="test" network="Test">
                <admin name="a" nick="a" email="a@example.org">
                <bind address="127.0.0.1" port="%d" type="clients">
                <connect allow="*" timeout="60" threshold="0" commandrate="100000" fakelag="no" localmax="0" \
                globalmax="0" maxchans="50" softsendq="1048576" recvq="262144">
                <performance nouserdns="yes">
                <files motd="%s">
                <log method="file" type="*" level="default" target="%s">
                <module name="cap">
                <module name="ircv3_servertime">
                """.formatted(address.port(), motd, folder.resolve("log")));
        start("inspircd", address, "/usr/sbin/inspircd", "--nofork", "--runasroot", "--nopid", "--config=" + config);
        passes(address);
    }

    private static Address freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return new Address("127.0.0.1", socket.getLocalPort());
        }
    }

    private void start(String name, Address address, String... command) throws IOException {
        assumeThat(Path.of(command[0])).as("skipped: the package " + name + " is not installed").isExecutable();
        server = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile()).start();
        await("that " + name + " listens").atMost(Duration.ofSeconds(20)).until(() -> {
            try (Socket socket = new Socket(address.host(), address.port())) {
                return socket.isConnected();
            } catch (IOException e) {
                assertThat(server.isAlive()).as(Files.readString(folder.resolve("output"))).isTrue();
                return false;
            }
        });
    }

    private void passes(Address address) throws Exception {
        List<Path> files = new ArrayList<>();
        EVERYWHERE.forEach(name -> files.add(Path.of("library", name + ".chat")));
        files.add(Files.writeString(folder.resolve("raw.chat"), """
                # The message of the day
                alice connects
                alice sees welcome *Be kind.*
                bob connects
                alice sees bob join #lobby

                # Lines as they stand
                bob sends PRIVMSG #lobby :by hand
                alice sees line *:bob!* PRIVMSG #lobby :by hand
                bob sends FROBNICATE
                bob sees refusal unknown-command

                # Who goes, however it is
                bob drops
                alice sees nothing but bob leave
                """));
        StringWriter report = new StringWriter();
        Result result = Scenarios.run(files, RunOptions.STANDARD.over(Dialect.IRC).with(
                new Target.At(address, null), RunOptions.STANDARD.given(), 1), new PrintWriter(report));
        assertThat(result).as(report.toString()).isEqualTo(new Result(files.size(), 0, 0));
    }
}
