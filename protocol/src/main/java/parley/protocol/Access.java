package parley.protocol;

/** Who may take a seat in a room. Operators always may, and so may who is invited. */
public enum Access implements WireName {
    /** Everybody. */
    OPEN("open"),
    /** Who is invited. */
    INVITE_ONLY("invite-only"),
    /** Accounts that have a role in the room. */
    MEMBERS_ONLY("members-only");

    private final String wireName;

    Access(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
