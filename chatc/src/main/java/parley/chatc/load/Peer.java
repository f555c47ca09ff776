package parley.chatc.load;

import java.io.Closeable;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import parley.chatc.session.Server;
import parley.protocol.link.Link;
import parley.protocol.link.PlainLink;

/** One connection of the load: bytes out, bytes in. One thread reads, one writes. */
final class Peer implements Closeable {

    private static final Duration HANDSHAKE = Duration.ofSeconds(30);
    private static final int BUFFER = 32 * 1024;
    private static final byte[] FENCE = Wire.FENCE.getBytes(StandardCharsets.US_ASCII);

    private final Link link;
    private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER);

    private Peer(Link link) {
        this.link = link;
    }

    static Peer connect(Server server) throws IOException {
        SocketChannel channel = SocketChannel.open(server.address().resolve());
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return new Peer(server.tls() == null
                ? new PlainLink(channel)
                : server.tls().connect(channel, server.address(), HANDSHAKE));
    }

    void send(String text) throws IOException {
        send(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    void send(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            link.write(bytes);
        }
    }

    /** Sends the fence and reads until it comes back, with the rest of its line. */
    void fence(Wire wire) throws IOException {
        send(wire.fence());
        int matched = 0;
        while (true) {
            ByteBuffer bytes = receive();
            while (bytes.hasRemaining()) {
                byte b = bytes.get();
                if (matched == FENCE.length && b == '\n') {
                    return;
                }
                if (matched < FENCE.length) {
                    matched = b == FENCE[matched] ? matched + 1 : b == FENCE[0] ? 1 : 0;
                }
            }
        }
    }

    /** Waits for bytes. They are the caller's until the next call. */
    ByteBuffer receive() throws IOException {
        in.clear();
        if (link.read(in) < 0) {
            throw new IOException("the server closed a connection of the load");
        }
        return in.flip();
    }

    @Override
    public void close() throws IOException {
        link.close();
    }
}
