package parley.protocol.link;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** Bytes in the clear. */
public final class PlainLink extends Link {

    /**
     * What a record of TLS begins with: from change_cipher_spec to application_data, version 3 (RFC 8446, section 5.1).
     */
    private static final int FIRST_TYPE = 20;
    private static final int LAST_TYPE = 23;
    private static final int VERSION = 3;

    private final SocketChannel channel;
    private boolean heard; // only the reader

    public PlainLink(SocketChannel channel) {
        super(channel);
        this.channel = channel;
    }

    /**
     * Waits for bytes.
     *
     * @return how many came; -1 at the end of the stream
     * @throws SpeaksTls if the first of them show that the other end does: it would wait for ever to be answered so
     */
    @Override
    int receive(ByteBuffer target) throws IOException {
        int from = target.position();
        int read = channel.read(target);
        if (!heard && read > 0) {
            heard = true;
            if (read > 1 && isTls(target.get(from), target.get(from + 1))) {
                throw new SpeaksTls();
            }
        }
        return read;
    }

    private static boolean isTls(byte first, byte second) {
        return first >= FIRST_TYPE && first <= LAST_TYPE && second == VERSION;
    }

    @Override
    int transmit(ByteBuffer source) throws IOException {
        return channel.write(source);
    }

    @Override
    void endOutput() throws IOException {
        channel.shutdownOutput();
    }
}
