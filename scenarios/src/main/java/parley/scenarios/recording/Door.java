package parley.scenarios.recording;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import parley.protocol.Address;

/** A port of this machine at which clients knock. */
final class Door {

    private Door() {
    }

    /**
     * Listens on this machine only.
     *
     * @param port 0 for any that is free
     */
    static ServerSocketChannel open(int port) throws IOException {
        ServerSocketChannel door = ServerSocketChannel.open();
        try {
            return door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            door.close();
            throw new IOException("cannot listen at port " + port + ": " + e.getMessage(), e);
        }
    }

    static Address address(ServerSocketChannel door) {
        return new Address("127.0.0.1", door.socket().getLocalPort());
    }
}
