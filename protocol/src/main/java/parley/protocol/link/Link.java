package parley.protocol.link;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one connection, in the clear or not. One thread may read and another write at the same time; any thread
 * may close or cut, which ends both.
 */
public abstract sealed class Link implements ByteChannel permits PlainLink, TlsLink {

    private final SocketChannel channel;
    private volatile @Nullable Tap tap;
    private int toldAhead; // only the writer

    /** Learns of all that goes through a link. */
    public interface Tap {
        /** These bytes came; the buffer is as it was afterwards. Called by the reader. */
        void came(ByteBuffer bytes);

        /** These bytes are about to go: before the other end can have read them. Called by the writer. */
        void goes(ByteBuffer bytes);

        /** The other end has ended its stream. Called by the reader. */
        void ended();

        /** This end is about to end its stream. */
        void ends();
    }

    Link(SocketChannel channel) {
        this.channel = channel;
    }

    /** Has somebody learn of all that goes through from now on. */
    public final void tap(Tap listener) {
        tap = listener;
    }

    abstract int receive(ByteBuffer target) throws IOException;

    abstract int transmit(ByteBuffer source) throws IOException;

    abstract void endOutput() throws IOException;

    @Override
    public final int read(ByteBuffer target) throws IOException {
        Tap listener = tap;
        if (listener == null) {
            return receive(target);
        }
        int from = target.position();
        int read = receive(target);
        if (read < 0) {
            listener.ended();
        } else {
            listener.came(target.slice(from, read));
        }
        return read;
    }

    @Override
    public final int write(ByteBuffer source) throws IOException {
        Tap listener = tap;
        if (listener == null) {
            return transmit(source);
        }
        if (source.remaining() > toldAhead) {
            listener.goes(source.slice(source.position() + toldAhead, source.remaining() - toldAhead));
            toldAhead = source.remaining();
        }
        int written = transmit(source);
        toldAhead -= written;
        return written;
    }

    /**
     * Ends the stream to the other end; what that one still says can be read. Like a write, it may have to wait for the
     * other end to read.
     */
    public final void shutdownOutput() throws IOException {
        Tap listener = tap;
        if (listener != null) {
            listener.ends();
        }
        endOutput();
    }

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
