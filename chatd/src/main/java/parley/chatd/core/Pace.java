package parley.chatd.core;

import java.util.List;

/**
 * How fast a session may ask for things.
 *
 * @param perSecond commands a second, in the long run
 * @param burst how many at once, after a time of silence
 * @param exempt who may ask as fast as they like; so may operators of the server
 */
public record Pace(int perSecond, int burst, List<AddressRange> exempt) {

    /** Faster than anybody types, and than a script needs to be on somebody else's server. */
    public static final Pace DEFAULT = new Pace(20, 100, List.of(loopback(AddressRange.LOOPBACK_4),
            loopback(AddressRange.LOOPBACK_6)));

    public Pace {
        exempt = List.copyOf(exempt);
    }

    private static AddressRange loopback(String text) {
        return AddressRange.read(text).orElseThrow();
    }

    boolean exempts(Origin origin) {
        return exempt.stream().anyMatch(range -> range.contains(origin.address()));
    }
}
