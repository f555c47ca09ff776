package parley.protocol.json;

import java.util.Map;

/**
 * What is to be known of a field of a JSON line besides its type, by its name, which means the same in every command and
 * event. Whoever compares two sessions, or writes one down, goes by this and guesses nothing.
 */
public enum FieldNature {
    /** It says what kind of line it is. */
    KIND,
    /** It says what was done; two runs of the same session have the same. */
    FIXED,
    /** It differs from run to run, and nothing else depends on it: a time, a count, a version. */
    VARYING,
    /** It marks a position in a room's history: it differs from run to run, but where it comes again it is the same. */
    CURSOR,
    /** Rooms with a cursor each. */
    CURSORS,
    /** A client's own mark for a command, and what repeats it in the answer. */
    REF,
    /** A nick, which another run may choose differently. */
    NICK,
    /** Several nicks. */
    NICKS,
    /** A secret. */
    PASSWORD,
    /** A room's secret. */
    KEY;

    private static final Map<String, FieldNature> BY_NAME = Map.ofEntries(
            Map.entry("do", KIND), Map.entry("on", KIND), Map.entry("at", VARYING), Map.entry("since", VARYING),
            Map.entry("until", VARYING),
            Map.entry("retry_after", VARYING), Map.entry("server", VARYING), Map.entry("uptime", VARYING),
            Map.entry("sessions", VARYING), Map.entry("messages", VARYING), Map.entry("address", VARYING),
            Map.entry("cursor", CURSOR), Map.entry("after", CURSOR), Map.entry("before", CURSOR),
            Map.entry("resume", CURSORS), Map.entry("ref", REF), Map.entry("re", REF),
            Map.entry("nick", NICK), Map.entry("from", NICK), Map.entry("to", NICK), Map.entry("nicks", NICKS),
            Map.entry("password", PASSWORD), Map.entry("key", KEY));

    /** The nature of the field of that name; {@link #FIXED} of one that this version does not know. */
    public static FieldNature of(String field) {
        return BY_NAME.getOrDefault(field, FIXED);
    }
}
