package parley.chatd.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static parley.chatd.net.Guests.LOBBY;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.chatd.Authority;
import parley.chatd.Authority.Issued;
import parley.chatd.Daemon;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.client.Client;
import parley.protocol.client.Inbox;
import parley.protocol.client.Insecure;
import parley.protocol.link.ClientTls;

/** Certificates are replaced under open connections. */
class CertificateReloadTest {

    @TempDir
    static Path folder;
    private static Authority old;
    private static Authority young;
    private static Issued first;
    private static Issued second;

    @TempDir
    Path used;

    @BeforeAll
    static void issue() throws Exception {
        old = Authority.in(folder.resolve("old"));
        young = Authority.in(folder.resolve("young"));
        first = old.issue("first");
        second = young.issue("second");
    }

    @Test
    void newConnectionsGetTheNewCertificateAndOldOnesGoOn() throws Exception {
        ClientTls trustsOld = Secure.trusting(old.certificate());
        ClientTls trustsYoung = Secure.trusting(young.certificate());
        try (Daemon daemon = Secure.daemon(use(first), "");
             Client alice = Secure.guest(daemon, trustsOld, "alice", new Inbox())) {
            use(second);
            assertThat(daemon.reloadCertificates()).isEmpty();

            assertThat(catchThrowable(() -> Client.connect(daemon.address(), trustsOld, new Inbox())))
                    .isInstanceOf(Insecure.class);
            try (Client bob = Secure.guest(daemon, trustsYoung, "bob", new Inbox())) {
                assertThat(bob.ask(new Command.Ping())).isEqualTo(new Event.Pong());
                assertThat(alice.ask(new Command.Say(LOBBY, "still here"))).isInstanceOf(Event.Done.class);
            }
        }
    }

    @Test
    void whatIsWrongIsSaidAndTheOldCertificateStays() throws Exception {
        ClientTls trustsOld = Secure.trusting(old.certificate());
        try (Daemon daemon = Secure.daemon(use(first), "")) {
            Files.copy(second.key(), used.resolve("key"), StandardCopyOption.REPLACE_EXISTING);
            assertThat(daemon.reloadCertificates()).containsExactly(
                    "the private key in " + used.resolve("key") + " is not that of the certificate");
            Files.delete(used.resolve("certificate"));
            assertThat(daemon.reloadCertificates())
                    .containsExactly("there is no file " + used.resolve("certificate"));

            Secure.guest(daemon, trustsOld, "alice", new Inbox()).close();
            use(second);
            assertThat(daemon.reloadCertificates()).isEmpty();
        }
    }

    /** Puts these files where the server reads its own. */
    private Issued use(Issued issued) throws Exception {
        return new Issued(
                Files.copy(issued.certificate(), used.resolve("certificate"), StandardCopyOption.REPLACE_EXISTING),
                Files.copy(issued.key(), used.resolve("key"), StandardCopyOption.REPLACE_EXISTING),
                issued.fingerprint());
    }
}
