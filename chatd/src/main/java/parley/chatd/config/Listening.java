package parley.chatd.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import parley.protocol.Address;
import parley.protocol.link.ClientCertificates;
import parley.protocol.link.Identity;
import parley.protocol.link.Pem;
import parley.protocol.link.PemInvalid;
import parley.protocol.link.ServerTls;

/**
 * One place where a server listens.
 *
 * @param tls empty for a listener in the clear
 */
public record Listening(Address address, DialectName dialect, Optional<Tls> tls) {

    /** What can be spoken at a listener. */
    public enum DialectName {
        JSON, IRC
    }

    /**
     * The PEM files of a listener, and what it asks of its clients.
     *
     * @param clientAuthority who issues the clients' certificates; if empty, any is taken, and only its fingerprint counts
     */
    public record Tls(Path certificate, Path key, ClientCertificates clientCertificates,
            Optional<Path> clientAuthority) {

        /** Reads the files. */
        public ServerTls read() throws PemInvalid {
            Identity identity = Identity.read(certificate, key);
            return new ServerTls(identity, clientCertificates,
                    clientAuthority.isEmpty() ? List.of() : Pem.certificates(clientAuthority.get()));
        }
    }

    /** JSON lines in the clear. */
    public static Listening plain(Address address) {
        return new Listening(address, DialectName.JSON, Optional.empty());
    }

    /** IRC in the clear. */
    static Listening irc(Address address) {
        return new Listening(address, DialectName.IRC, Optional.empty());
    }

    /** The same on another port. */
    Listening onPort(int port) {
        return new Listening(new Address(address.host(), port), dialect, tls);
    }
}
