package parley.protocol;

/** What an operator can keep somebody from. */
public enum Restriction implements WireName {
    /** Being in the room, or on the server. */
    BAN("ban", "banned"),
    /** Speaking in the room, and setting its topic. */
    MUTE("mute", "muted");

    private final String wireName;
    private final String past;

    Restriction(String wireName, String past) {
        this.wireName = wireName;
        this.past = past;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    /** What somebody is who is kept from it, as one word: {@code banned}. */
    public String past() {
        return past;
    }

    @Override
    public String toString() {
        return wireName;
    }
}
