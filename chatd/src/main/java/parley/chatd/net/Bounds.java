package parley.chatd.net;

/**
 * How much of the machine connections may take.
 *
 * @param lineBytes the longest line, its end not counted
 * @param outboxBytes what may wait for a reader that does not read; over it, the connection is cut
 * @param connections how many there may be in all
 * @param connectionsPerAddress how many from one address; those from this machine are not counted
 */
public record Bounds(int lineBytes, int outboxBytes, int connections, int connectionsPerAddress) {

    public static final Bounds DEFAULT = new Bounds(16 * 1024, 4 * 1024 * 1024, 20_000, 100);
}
