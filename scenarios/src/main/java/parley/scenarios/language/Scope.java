package parley.scenarios.language;

/** Where something holds: in a room, or everywhere. */
public final class Scope {

    /** What stands where a room would if it holds everywhere. */
    public static final String SERVER = "the server";

    private Scope() {
    }
}
