package parley.protocol.recording;

import parley.protocol.WireName;

/** One of the two ends of a connection. */
public enum Side implements WireName {
    CLIENT("client", "out"), SERVER("server", "in");

    private final String wireName;
    private final String direction;

    Side(String wireName, String direction) {
        this.wireName = wireName;
        this.direction = direction;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    /** Which way goes what this side sends, as the client sees it: {@code out} or {@code in}. */
    public String direction() {
        return direction;
    }

    public Side other() {
        return this == CLIENT ? SERVER : CLIENT;
    }
}
