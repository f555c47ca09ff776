package parley.protocol.client;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import parley.protocol.Address;
import parley.protocol.link.ClientTls;
import parley.protocol.link.Link;
import parley.protocol.link.PlainLink;

/** Opens connections to servers, whatever is spoken there. Stateless: any thread. */
public final class Dial {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private Dial() {
    }

    /**
     * Connects in the clear.
     *
     * @throws Unreachable if no connection comes about
     */
    public static Link open(Address address) throws Unreachable {
        return new PlainLink(channel(address));
    }

    /**
     * Connects over TLS.
     *
     * @throws Unreachable if no connection comes about
     * @throws Insecure if there is a server, but no secure connection to it comes about
     */
    public static Link open(Address address, ClientTls tls) throws Unreachable {
        return open(address, tls, address);
    }

    /**
     * The same by way of something that hands on all bytes as they are.
     *
     * @param address where that is
     * @param server whose certificate it has to be
     */
    public static Link open(Address address, ClientTls tls, Address server) throws Unreachable {
        SocketChannel channel = channel(address);
        try {
            try {
                return tls.connect(channel, server, TIMEOUT);
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new Insecure(server, e);
        }
    }

    private static SocketChannel channel(Address address) throws Unreachable {
        try {
            SocketChannel channel = SocketChannel.open();
            try {
                channel.socket().connect(address.resolve(), (int) TIMEOUT.toMillis());
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                return channel;
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (UnknownHostException e) {
            throw new Unreachable(address, "there is no host of that name", e);
        } catch (IOException e) {
            throw new Unreachable(address, String.valueOf(e.getMessage()), e);
        }
    }
}
