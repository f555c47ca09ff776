package parley.chatd.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.chatd.Authority;
import parley.chatd.Authority.Issued;
import parley.chatd.Openssl;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.client.Client;
import parley.protocol.client.Inbox;
import parley.protocol.link.ClientTls;

/** TLS as a person sets it up: a configuration with names of files beside it, and SIGHUP after a renewal. */
class TlsProcessTest {

    @TempDir
    Path folder;
    private Authority authority;
    private Path config;

    @BeforeEach
    void configure() throws Exception {
        authority = Authority.in(folder.resolve("authority"));
        use(authority.issue("server"));
        config = Files.writeString(folder.resolve("chatd.toml"), """
                [[listen]]
                address = "127.0.0.1:0"
                certificate = "fullchain.pem"
                key = "privkey.pem"
                """);
    }

    @Test
    void afterARenewalTheCertificateIsReadAgainAndNobodyIsDropped() throws Exception {
        try (DaemonProcess daemon = start(); Client alice = guest(daemon, authority, "alice")) {
            assertThat(daemon.log()).contains("listening at " + daemon.address() + " (TLS);");
            Files.delete(folder.resolve("privkey.pem"));
            daemon.signal("HUP");
            daemon.awaitLog("chatd.toml:4:1: key cannot be used: there is no file " + folder.resolve("privkey.pem"));

            Authority next = Authority.in(folder.resolve("next"));
            use(next.issue("server"));
            daemon.signal("HUP");
            daemon.awaitLog("the certificate " + folder.resolve("fullchain.pem") + " was read again");
            guest(daemon, next, "bob").close();
            assertThat(alice.ask(new Command.Ping())).isEqualTo(new Event.Pong());
        }
    }

    /** With the command R, openssl asks for another handshake. */
    @Test
    void aClientGetsOneHandshakeAndNotAnother() throws Exception {
        try (DaemonProcess daemon = start(); Openssl openssl = Openssl.connect(daemon.address(), "-tls1_2")) {
            String beginning =
                    openssl.printsUntil("---\n") + openssl.types("R\n").printsUntil("alert handshake failure");

            assertThat(beginning).contains("RENEGOTIATING").endsWith("alert handshake failure");
            assertThat(daemon.log()).doesNotContain("\tat ");
        }
    }

    private DaemonProcess start() throws IOException {
        return DaemonProcess.start(folder, "--memory", "--config", config.toString());
    }

    private static Client guest(DaemonProcess daemon, Authority trusted, String nick) throws Exception {
        Client client = Client.connect(daemon.address(),
                new ClientTls(Optional.of(trusted.certificate()), Optional.empty()), new Inbox());
        assertThat(client.ask(new Command.Hello(nick))).isInstanceOf(Event.Welcomed.class);
        return client;
    }

    /** Puts these files where the configuration says. */
    private void use(Issued issued) throws IOException {
        Files.copy(issued.certificate(), folder.resolve("fullchain.pem"), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(issued.key(), folder.resolve("privkey.pem"), StandardCopyOption.REPLACE_EXISTING);
    }
}
