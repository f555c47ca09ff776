package parley.protocol.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.HexFormat;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

/** Bytes over TLS: a JDK's {@link SSLSocket}, which has a lock for each direction, around a channel. */
public final class TlsLink extends Link {

    /** What one record holds (RFC 8446, section 5.1). */
    private static final int RECORD = 1 << 14;

    private final SSLSocket socket;
    private final InputStream input;
    private final OutputStream output;

    private TlsLink(SocketChannel channel, SSLSocket socket) throws IOException {
        super(channel);
        this.socket = socket;
        this.input = socket.getInputStream();
        this.output = socket.getOutputStream();
    }

    /**
     * Shakes hands, for as long as the other end takes.
     *
     * @throws HandshakeFailed if that comes to nothing; the channel is still open then
     */
    static TlsLink shakeHands(SocketChannel channel, SSLSocket socket) throws IOException {
        try {
            socket.startHandshake();
            return new TlsLink(channel, socket);
        } catch (IOException e) {
            throw HandshakeFailed.because(e);
        }
    }

    /** The SHA-256 fingerprint, in lower-case hexadecimal digits, of the certificate that the other end has shown. */
    public Optional<String> certificate() {
        try {
            return Optional.of(fingerprint(socket.getSession().getPeerCertificates()[0]));
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }

    private static String fingerprint(Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("every Java has SHA-256, and what came off the wire has its bytes", e);
        }
    }

    @Override
    int receive(ByteBuffer target) throws IOException {
        byte[] bytes = new byte[Math.min(target.remaining(), RECORD)];
        try {
            int read = input.read(bytes);
            target.put(bytes, 0, Math.max(0, read));
            return read;
        } catch (SSLException e) {
            // With TLS 1.3, a client learns only now that its certificate was not to the server's liking.
            throw HandshakeFailed.because(e);
        }
    }

    @Override
    int transmit(ByteBuffer source) throws IOException {
        byte[] bytes = new byte[Math.min(source.remaining(), RECORD)];
        source.get(bytes);
        output.write(bytes);
        return bytes.length;
    }

    @Override
    void endOutput() throws IOException {
        socket.shutdownOutput();
    }
}
