package parley.protocol;

/** What an operator lays down for somebody: what they are kept from, or in a room, what they are let do all the same. */
public enum Restriction implements WireName {
    /** Not being in the room, or on the server. */
    BAN("ban", "banned", "ban"),
    /** Not speaking in the room, and not setting its topic. */
    MUTE("mute", "muted", "mute"),
    /** The bans and mutes of the room do not hold for them. */
    EXEMPT("exempt", "exempted", "exemption"),
    /** They may enter though the room is for those who are invited, or for its members. */
    ADMIT("admit", "admitted", "admission");

    private final String wireName;
    private final String past;
    private final String noun;

    Restriction(String wireName, String past, String noun) {
        this.wireName = wireName;
        this.past = past;
        this.noun = noun;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    /** What somebody is for whom there is one, as one word: {@code banned}. */
    public String past() {
        return past;
    }

    /** What it is called once it is there: {@code ban}. */
    public String noun() {
        return noun;
    }

    /** Whether it lets somebody do what others may not. There are such for rooms only. */
    public boolean isException() {
        return this == EXEMPT || this == ADMIT;
    }

    @Override
    public String toString() {
        return wireName;
    }
}
