package parley.protocol.link;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import parley.protocol.Address;

/** A client's side of TLS: whom it trusts and who it is. Any thread. */
public final class ClientTls {

    private final SSLContext context;
    private final SSLParameters parameters;

    /**
     * @param authorities a PEM file of those that are trusted; if there is none, those that Java trusts
     * @param identity what it shows a server that asks
     * @throws PemInvalid if the file of authorities does not have what it should
     */
    public ClientTls(Optional<Path> authorities, Optional<Identity> identity) throws PemInvalid {
        try {
            context = SSLContext.getInstance("TLS");
            context.init(identity.isPresent() ? identity.get().keyManagers() : null,
                    authorities.isPresent() ? Trust.in(Pem.certificates(authorities.get())) : null, null);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("what was read from PEM files is fit for TLS", e);
        }
        parameters = Strength.of(context);
        // The server's certificate has to be for the host that was asked for (RFC 9525, as with HTTPS).
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
    }

    /**
     * Shakes hands with the server that was connected to.
     *
     * @param limit how long the server may be silent
     * @throws HandshakeFailed if that comes to nothing; the channel is still open then
     */
    public TlsLink connect(SocketChannel channel, Address address, Duration limit) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(channel.socket(), address.host(),
                address.port(), false);
        socket.setSSLParameters(parameters);
        socket.setSoTimeout((int) limit.toMillis());
        TlsLink link = TlsLink.shakeHands(channel, socket);
        socket.setSoTimeout(0);
        return link;
    }
}
