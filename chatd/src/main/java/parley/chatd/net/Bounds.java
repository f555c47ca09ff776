package parley.chatd.net;

import java.util.List;
import parley.chatd.core.AddressRange;
import parley.chatd.core.Pace;

/**
 * How much of the machine connections may take.
 *
 * @param lineBytes the longest line, its end not counted
 * @param outboxBytes what may wait for a reader that does not read; over it, the connection is cut
 * @param connections how many there may be in all
 * @param connectionsPerAddress how many from one address, or of IPv6, from one network of 64 bits
 * @param exempt from where there may be as many as come
 */
public record Bounds(int lineBytes, int outboxBytes, int connections, int connectionsPerAddress,
        List<AddressRange> exempt) {

    public static final Bounds DEFAULT =
            new Bounds(16 * 1024, 4 * 1024 * 1024, 20_000, 100, Pace.DEFAULT.exempt());

    public Bounds {
        exempt = List.copyOf(exempt);
    }
}
