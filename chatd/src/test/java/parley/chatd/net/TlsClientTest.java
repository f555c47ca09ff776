package parley.chatd.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.chatd.Authority;
import parley.chatd.Authority.Issued;
import parley.chatd.Daemon;
import parley.protocol.Address;
import parley.protocol.Command;
import parley.protocol.client.Client;
import parley.protocol.client.Disconnected;
import parley.protocol.client.Inbox;
import parley.protocol.client.Insecure;
import parley.protocol.client.Unreachable;
import parley.protocol.link.ClientTls;
import parley.protocol.link.HandshakeFailed.Reason;

/** A client that finds no security says why, in a sentence; it never goes on without. */
class TlsClientTest {

    @TempDir
    static Path folder;
    private static Authority authority;
    private static Issued server;
    private static ClientTls tls;

    @BeforeAll
    static void issue() throws Exception {
        authority = Authority.in(folder);
        server = authority.issue("server");
        tls = Secure.trusting(authority.certificate());
    }

    @Test
    void whoeverIssuedTheCertificateHasToBeKnown() throws Exception {
        try (Daemon daemon = Secure.daemon(server, "")) {
            ClientTls ofTheSystem = new ClientTls(Optional.empty(), Optional.empty());
            assertInsecure(daemon.address(), ofTheSystem, Reason.UNKNOWN_AUTHORITY,
                    "the other end's certificate was issued by nobody who is trusted here");
        }
    }

    @Test
    void theCertificateHasToBeForTheHostThatWasAskedFor() throws Exception {
        Issued other = authority.issue("other", "EC", Instant.now(), "chat.example", "192.0.2.1");
        try (Daemon daemon = Secure.daemon(other, "")) {
            for (String host : new String[]{"127.0.0.1", "localhost"}) {
                assertInsecure(new Address(host, daemon.address().port()), tls, Reason.WRONG_NAME,
                        "the other end's certificate is for another name");
            }
        }
    }

    @Test
    void theCertificateHasToBeValidNow() throws Exception {
        Issued expired =
                authority.issue("expired", "EC", Instant.now().minus(Duration.ofDays(3)), "localhost", "127.0.0.1");
        try (Daemon daemon = Secure.daemon(expired, "")) {
            assertInsecure(daemon.address(), tls, Reason.EXPIRED, "the other end's certificate has expired");
        }
        Issued early = authority.issue("early", "EC", Instant.now().plus(Duration.ofDays(1)), "localhost", "127.0.0.1");
        try (Daemon daemon = Secure.daemon(early, "")) {
            assertInsecure(daemon.address(), tls, Reason.EXPIRED, "the other end's certificate is not valid yet");
        }
    }

    @Test
    void whereTlsIsNotSpokenThatIsSaid() throws Exception {
        try (Daemon daemon = Secure.daemon(server, "")) {
            assertInsecure(Secure.inTheClear(daemon), tls, Reason.NOT_TLS, "the other end does not speak TLS");
        }
    }

    @Test
    void whoClosesInTheMidstOfTheHandshakeMayNotSpeakTls() throws Exception {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try {
                    door.accept().close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertInsecure(new Address("127.0.0.1", door.getLocalPort()), tls, Reason.NOT_TLS,
                    "the other end closed the connection in the midst of the handshake; perhaps it does not speak TLS");
        }
    }

    @Test
    void nobodyThereIsNoMatterOfSecurity() {
        assertThat(catchThrowableOfType(Unreachable.class,
                () -> Client.connect(new Address("127.0.0.1", 1), tls, new Inbox()))).isNotInstanceOf(Insecure.class)
                .hasMessageStartingWith("no server to talk to at 127.0.0.1:1: ");
    }

    @Test
    void whoDoesNotAskForTlsWhereItIsSpokenIsToldSo() throws Exception {
        try (Daemon daemon = Secure.daemon(server, "");
             Client client = Client.connect(daemon.address(), new Inbox())) {
            assertThat(catchThrowableOfType(Disconnected.class, () -> client.ask(new Command.Hello("bob"))))
                    .hasMessage("the connection broke: the other end speaks TLS, and this end was not told to");
        }
    }

    private static void assertInsecure(Address address, ClientTls tls, Reason reason, String why) {
        Insecure insecure = catchThrowableOfType(Insecure.class, () -> Client.connect(address, tls, new Inbox()));
        assertThat(insecure).hasMessage("no secure connection to " + address + ": " + why);
        assertThat(insecure.reason()).isEqualTo(reason);
    }
}
