package parley.protocol;

/** What somebody may do in one room; each may do what those before it may. */
public enum Role implements WireName {
    /** What everybody may. */
    NONE("none"),
    /** May enter, whoever else may not. */
    MEMBER("member"),
    /** May speak while the room is moderated. */
    VOICE("voice"),
    /** May kick, ban, mute and invite, give roles, and change the room. */
    OPERATOR("operator");

    private final String wireName;

    Role(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    /** Whether who has this role may do what that one may. */
    public boolean covers(Role least) {
        return compareTo(least) >= 0;
    }
}
