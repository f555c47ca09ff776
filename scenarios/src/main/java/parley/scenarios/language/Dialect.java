package parley.scenarios.language;

import parley.protocol.WireName;

/** How a client spells what it says. */
public enum Dialect implements WireName {
    JSON("json"), IRC("irc");

    private final String wireName;

    Dialect(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
