package parley.chatd.net;

/**
 * How much of one connection's is kept in memory.
 *
 * @param lineBytes the longest line, its end not counted
 * @param outboxBytes what may wait for a reader that does not read; over it, the connection is cut
 */
public record Bounds(int lineBytes, int outboxBytes) {

    public static final Bounds DEFAULT = new Bounds(16 * 1024, 4 * 1024 * 1024);
}
