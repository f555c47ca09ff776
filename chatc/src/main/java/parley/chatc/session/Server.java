package parley.chatc.session;

import org.jspecify.annotations.Nullable;
import parley.protocol.Address;
import parley.protocol.client.Client;
import parley.protocol.client.Listener;
import parley.protocol.client.Unreachable;
import parley.protocol.link.ClientTls;

/**
 * A server, and the way to it.
 *
 * @param tls null for a connection in the clear
 */
public record Server(Address address, @Nullable ClientTls tls) {

    /** Connects, and says nothing yet. */
    public Client connect(Listener listener) throws Unreachable {
        return tls == null ? Client.connect(address, listener) : Client.connect(address, tls, listener);
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
