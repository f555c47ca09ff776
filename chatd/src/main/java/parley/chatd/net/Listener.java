package parley.chatd.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chatd.core.ChatServer;
import parley.chatd.dialect.Dialect;
import parley.protocol.Address;

/** Accepts connections at one address, on a virtual thread of its own, until it is closed. */
public final class Listener implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final int BACKLOG = 1024;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(100);

    private final ServerSocketChannel channel;

    private Listener(ServerSocketChannel channel) {
        this.channel = channel;
    }

    /**
     * Binds the address. Connections wait until {@link #accept} is called.
     *
     * @throws IOException if the address cannot be had
     */
    public static Listener bind(Address address) throws IOException {
        InetSocketAddress resolved = address.resolve();
        if (resolved.isUnresolved()) {
            throw new UnknownHostException("there is no host of that name");
        }
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(resolved, BACKLOG);
            return new Listener(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** The port that was bound: the one asked for, or a free one if that was 0. */
    public int port() throws IOException {
        return ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }

    /** Begins to accept; each connection runs on the executor, with a dialect of its own. */
    public void accept(ChatServer server, Entrance entrance, Supplier<Dialect> dialect, Admission admission,
            Executor executor) {
        Thread.ofVirtual().name("listener").start(() -> {
            while (channel.isOpen()) {
                acceptOne(server, entrance, dialect, admission, executor);
            }
        });
    }

    private void acceptOne(ChatServer server, Entrance entrance, Supplier<Dialect> dialect, Admission admission,
            Executor executor) {
        try {
            SocketChannel accepted = channel.accept();
            try {
                accepted.setOption(StandardSocketOptions.TCP_NODELAY, true);
                executor.execute(new Connection(accepted, entrance, server, dialect.get(), admission));
            } catch (IOException | RejectedExecutionException e) {
                LOG.debug("gone before it was served, or too late: the server is closing", e);
                accepted.close();
            }
        } catch (ClosedChannelException e) {
            LOG.debug("no longer listening");
        } catch (IOException e) {
            // Most likely out of file descriptors: trying again at once would only burn the processor.
            LOG.warn("a connection could not be accepted: {}", e.getMessage());
            LockSupport.parkNanos(PAUSE_AFTER_FAILURE.toNanos());
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
