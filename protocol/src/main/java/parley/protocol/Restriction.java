package parley.protocol;

/** What an operator can keep somebody from. */
public enum Restriction implements WireName {
    /** Being in the room, or on the server. */
    BAN("ban"),
    /** Speaking in the room, and setting its topic. */
    MUTE("mute");

    private final String wireName;

    Restriction(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    @Override
    public String toString() {
        return wireName;
    }
}
