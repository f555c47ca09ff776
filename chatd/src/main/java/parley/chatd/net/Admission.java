package parley.chatd.net;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Counts the connections of all listeners, and says which of them are too many. Any thread. */
public final class Admission {

    private volatile Bounds bounds;
    private final Map<InetAddress, Integer> byAddress = new HashMap<>();
    private int all;

    public Admission(Bounds bounds) {
        this.bounds = bounds;
    }

    /** Goes by other bounds from now on. Connections that are there stay, and keep theirs. */
    public void reconfigure(Bounds next) {
        bounds = next;
    }

    /** What a connection that comes now may take. */
    Bounds bounds() {
        return bounds;
    }

    /**
     * Counts one more, unless it is too many.
     *
     * @return why it is turned away; if empty, {@link #leave} is owed
     */
    synchronized Optional<String> enter(InetAddress address) {
        Bounds bounds = this.bounds;
        int here = byAddress.getOrDefault(address, 0);
        if (all >= bounds.connections()) {
            return Optional.of("too many connections: the server takes " + bounds.connections());
        }
        if (here >= bounds.connectionsPerAddress() && !address.isLoopbackAddress()) {
            return Optional
                    .of("too many connections: the server takes " + bounds.connectionsPerAddress()
                            + " from one address");
        }
        all++;
        byAddress.put(address, here + 1);
        return Optional.empty();
    }

    /** Counts one less. */
    synchronized void leave(InetAddress address) {
        all--;
        byAddress.computeIfPresent(address, (key, here) -> here == 1 ? null : here - 1);
    }
}
