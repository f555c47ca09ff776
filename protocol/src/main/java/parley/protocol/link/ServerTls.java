package parley.protocol.link;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** A server's side of TLS: who it is, and what it asks of its clients. Any thread. */
public final class ServerTls {

    private final SSLContext context;
    private final SSLParameters parameters;

    /**
     * @param authorities whose certificates clients may have; if there are none, any is taken, and only its fingerprint
     *        counts
     */
    public ServerTls(Identity identity, ClientCertificates clients, List<X509Certificate> authorities) {
        try {
            context = SSLContext.getInstance("TLS");
            context.init(identity.keyManagers(),
                    authorities.isEmpty() ? Trust.inAnyClient() : Trust.in(authorities), null);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("what was read from PEM files is fit for TLS", e);
        }
        parameters = Strength.of(context);
        parameters.setUseCipherSuitesOrder(true);
        parameters.setWantClientAuth(clients == ClientCertificates.OPTIONAL);
        if (clients == ClientCertificates.REQUIRED) {
            parameters.setNeedClientAuth(true);
        }
    }

    /**
     * Shakes hands with a client that has connected, for as long as that takes: whoever has a limit cuts the channel.
     *
     * @throws HandshakeFailed if that comes to nothing; the channel is still open then
     */
    public TlsLink accept(SocketChannel channel) throws IOException {
        SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(channel.socket(), "", channel.socket().getPort(),
                        false);
        socket.setUseClientMode(false);
        socket.setSSLParameters(parameters);
        return TlsLink.shakeHands(channel, socket);
    }
}
