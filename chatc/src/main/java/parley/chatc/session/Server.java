package parley.chatc.session;

import org.jspecify.annotations.Nullable;
import parley.protocol.Address;
import parley.protocol.Dialect;
import parley.protocol.client.Client;
import parley.protocol.client.ClientDialect;
import parley.protocol.client.Dial;
import parley.protocol.client.Listener;
import parley.protocol.client.Unreachable;
import parley.protocol.link.ClientTls;
import parley.protocol.link.Link;

/**
 * A server, and the way to it.
 *
 * @param tls null for a connection in the clear
 * @param dialect what is spoken there
 * @param through what stands between, on this machine and in the clear; null for nothing
 */
public record Server(Address address, @Nullable ClientTls tls, Dialect dialect, @Nullable Address through) {

    /** A server that is connected to directly. */
    public Server(Address address, @Nullable ClientTls tls, Dialect dialect) {
        this(address, tls, dialect, null);
    }

    /** Connects, and says nothing yet. */
    public Client connect(Listener listener) throws Unreachable {
        return Client.over(through == null ? dial() : Dial.open(through), ClientDialect.of(dialect), listener);
    }

    /** Opens a connection on which anything can be spoken. */
    public Link dial() throws Unreachable {
        return tls == null ? Dial.open(address) : Dial.open(address, tls);
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
