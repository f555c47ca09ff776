package parley.scenarios.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import parley.protocol.Address;

/**
 * A server of IRC that nobody here wrote, in a process of its own. Where its package is not installed, a test that wants
 * one is skipped and says so.
 */
public final class ForeignServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String name;
    private final Address address;
    private final Process process;
    private final Queue<String> printed = new ConcurrentLinkedQueue<>();

    private ForeignServer(String name, Address address, Process process) {
        this.name = name;
        this.address = address;
        this.process = process;
    }

    /** An ngIRCd alone. */
    public static ForeignServer ngircd(Path folder) throws IOException {
        return ngircd(folder, "irc.test", "");
    }

    /**
     * An ngIRCd.
     *
     * @param folder for its configuration; several can have the same
     * @param name what it calls itself, with a dot
     * @param more lines of its configuration, like {@link #linkTo}
     */
    public static ForeignServer ngircd(Path folder, String name, String more) throws IOException {
        Address address = freePort();
        Path config = Files.writeString(folder.resolve(name + ".conf"), """
                [Global]
                Name = %s
                Info = test
                Listen = 127.0.0.1
                Ports = %d
                MotdPhrase = Be kind.
                [Limits]
                ConnectRetry = 5
                MaxConnectionsIP = 0
                MaxPenaltyTime = 0
                [Options]
                Ident = no
                DNS = no
                PAM = no
                %s""".formatted(name, address.port(), more));
        ForeignServer server = start("ngircd", address, "/usr/sbin/ngircd", "-n", "-f", config.toString());
        server.awaitPrinted("ready.");
        return server;
    }

    /**
     * What an ngIRCd has in its configuration to be linked to another.
     *
     * @param port where it connects to; 0 if it waits for the other to connect
     */
    public static String linkTo(String other, int port) {
        return """
                [Server]
                Name = %s
                Host = 127.0.0.1
                MyPassword = secret
                PeerPassword = secret
                %s
                """.formatted(other, port == 0 ? "Passive = yes" : "Port = " + port);
    }

    /** An InspIRCd alone. */
    public static ForeignServer inspircd(Path folder) throws IOException {
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
        ForeignServer server = start("inspircd", address, "/usr/sbin/inspircd", "--nofork", "--runasroot", "--nopid",
                "--config=" + config);
        server.awaitListening();
        return server;
    }

    private static Address freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Address("127.0.0.1", socket.getLocalPort());
        }
    }

    private static ForeignServer start(String name, Address address, String... command) throws IOException {
        assumeThat(Path.of(command[0])).as("skipped: the package " + name + " is not installed").isExecutable();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        ForeignServer server = new ForeignServer(name, address, process);
        Thread.ofVirtual().start(server::read);
        return server;
    }

    /** To the end: who does not read holds who prints. */
    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                printed.add(line);
            }
        } catch (IOException e) {
            return; // it was ended
        }
    }

    /** Waits until it has printed a line with this in it. */
    public void awaitPrinted(String part) {
        await(name + " prints " + part).atMost(PATIENCE).until(() -> {
            assertAlive();
            return printed.stream().anyMatch(line -> line.contains(part));
        });
    }

    private void awaitListening() {
        await("that " + name + " listens").atMost(PATIENCE).until(() -> {
            assertAlive();
            try (Socket socket = new Socket(address.host(), address.port())) {
                return socket.isConnected();
            } catch (IOException e) {
                return false;
            }
        });
    }

    private void assertAlive() {
        assertThat(process.isAlive()).as(() -> name + " has ended: " + String.join("\n", List.copyOf(printed)))
                .isTrue();
    }

    public Address address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
