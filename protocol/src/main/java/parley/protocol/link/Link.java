package parley.protocol.link;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;

/**
 * The bytes of one connection, in the clear or not. One thread may read and another write at the same time; any thread
 * may close or cut, which ends both.
 */
public abstract sealed class Link implements ByteChannel permits PlainLink, TlsLink {

    private final SocketChannel channel;

    Link(SocketChannel channel) {
        this.channel = channel;
    }

    /**
     * Ends the stream to the other end; what that one still says can be read. Like a write, it may have to wait for the
     * other end to read.
     */
    public abstract void shutdownOutput() throws IOException;

    /** Closes at once, whatever has not been sent: the kernel drops it. */
    public final void cut() {
        try {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException e) {
            // It is closed already, which is what is wanted.
        }
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing more can be done for this connection, and nothing is lost that could still be sent.
        }
    }

    @Override
    public final boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public final void close() throws IOException {
        channel.close();
    }
}
