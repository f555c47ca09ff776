package parley.protocol;

/** How commands and events are spelt on a connection. */
public enum Dialect implements WireName {
    /** JSON lines, as chatd has them. */
    JSON("json"),
    /** IRC, as it is spoken everywhere. */
    IRC("irc");

    private final String wireName;

    Dialect(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
