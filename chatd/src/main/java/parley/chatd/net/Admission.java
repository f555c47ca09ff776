package parley.chatd.net;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import parley.chatd.core.AddressRange;

/** Counts the connections of all listeners, and says which of them are too many. Any thread. */
public final class Admission {

    private volatile Bounds bounds;
    private final LongAdder accepted = new LongAdder();
    private final LongAdder turnedAway = new LongAdder();
    private final LongAdder cut = new LongAdder();
    private final Map<AddressRange, Integer> bySite = new HashMap<>();
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
    Optional<String> enter(InetAddress address) {
        Optional<String> tooMany = count(address);
        (tooMany.isPresent() ? turnedAway : accepted).increment();
        return tooMany;
    }

    private synchronized Optional<String> count(InetAddress address) {
        Bounds bounds = this.bounds;
        AddressRange site = AddressRange.site(address);
        int here = bySite.getOrDefault(site, 0);
        if (all >= bounds.connections()) {
            return Optional.of("too many connections: the server takes " + bounds.connections());
        }
        if (here >= bounds.connectionsPerAddress() && !isExempt(address, bounds)) {
            return Optional
                    .of("too many connections: the server takes " + bounds.connectionsPerAddress()
                            + " from one address");
        }
        all++;
        bySite.put(site, here + 1);
        return Optional.empty();
    }

    /** One was cut because its other end did not read. */
    void wasCut() {
        cut.increment();
    }

    /** How many connections there are. */
    public synchronized long present() {
        return all;
    }

    /** How many were let in, since the server began. */
    public long accepted() {
        return accepted.sum();
    }

    /** How many were one too many. */
    public long turnedAway() {
        return turnedAway.sum();
    }

    /** How many were cut because their other end did not read. */
    public long cut() {
        return cut.sum();
    }

    private static boolean isExempt(InetAddress address, Bounds bounds) {
        return bounds.exempt().stream().anyMatch(range -> range.contains(address));
    }

    /** Counts one less. */
    synchronized void leave(InetAddress address) {
        all--;
        bySite.computeIfPresent(AddressRange.site(address), (key, here) -> here == 1 ? null : here - 1);
    }
}
