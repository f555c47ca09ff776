package parley.protocol;

/** What somebody may do in one room; each may do what those before it may. */
public enum Role implements WireName {
    /** What everybody may. */
    NONE("none", "all"),
    /** May enter, whoever else may not. */
    MEMBER("member", "members"),
    /** May speak while the room is moderated. */
    VOICE("voice", "voices"),
    /** May kick, ban, mute and invite, give roles, and change the room. */
    OPERATOR("operator", "operators");

    private final String wireName;
    private final String all;

    Role(String wireName, String all) {
        this.wireName = wireName;
        this.all = all;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    /** Those who have it, as one word: {@code operators}. */
    public String all() {
        return all;
    }

    /** Whether who has this role may do what that one may. */
    public boolean covers(Role least) {
        return compareTo(least) >= 0;
    }
}
