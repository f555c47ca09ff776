package parley.scenarios.recording;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.protocol.Address;
import parley.protocol.link.Link;
import parley.protocol.link.PlainLink;
import parley.protocol.link.ServerTls;

/** A port of this machine at which clients knock, in the clear or over TLS. */
final class Door implements Closeable {

    private final ServerSocketChannel channel;
    private final @Nullable ServerTls tls;

    private Door(ServerSocketChannel channel, @Nullable ServerTls tls) {
        this.channel = channel;
        this.tls = tls;
    }

    /**
     * Listens on this machine only.
     *
     * @throws IOException if the port cannot be had
     */
    static Door open(Listening at) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at.port()));
            return new Door(channel, at.tls());
        } catch (IOException e) {
            channel.close();
            throw new IOException("cannot listen at port " + at.port() + ": " + e.getMessage(), e);
        }
    }

    /** Where it is. */
    Address address() {
        return new Address("127.0.0.1", channel.socket().getLocalPort());
    }

    /**
     * Lets clients in until the door is closed, each on a thread of its own.
     *
     * @param trouble is told why one did not get in
     */
    void admit(Consumer<Link> visitor, Consumer<String> trouble) {
        Thread.ofVirtual().name("door").start(() -> {
            try {
                while (true) {
                    SocketChannel client = channel.accept();
                    Thread.ofVirtual().name("visitor").start(() -> enter(client, visitor, trouble));
                }
            } catch (IOException e) {
                return; // closed, which is how it ends
            }
        });
    }

    private void enter(SocketChannel client, Consumer<Link> visitor, Consumer<String> trouble) {
        try {
            client.setOption(StandardSocketOptions.TCP_NODELAY, true);
            visitor.accept(tls == null ? new PlainLink(client) : tls.accept(client));
        } catch (IOException e) {
            new PlainLink(client).cut();
            trouble.accept(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
