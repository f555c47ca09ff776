package parley.scenarios.recording;

/**
 * A part of a message.
 *
 * @param space for a {@link Nature#MARK}, which marks it is one of: the same value in the same space is the same thing
 * @param declares for a mark, whether it may come up here for the first time with a value of this run's own
 */
record Field(String value, Nature nature, String space, boolean declares) {

    /** How two runs of the same session have it. */
    enum Nature {
        /** The same. */
        FIXED,
        /** Different, and it does not matter. */
        VARYING,
        /** Each its own; but what one has twice, the other has twice. */
        MARK,
        /** The same words in any order. */
        WORDS
    }

    static final String NICK = "nick";
    static final String REF = "ref";

    static Field fixed(String value) {
        return new Field(value, Nature.FIXED, "", false);
    }

    static Field varying(String value) {
        return new Field(value, Nature.VARYING, "", false);
    }

    static Field words(String value) {
        return new Field(value, Nature.WORDS, "", false);
    }

    static Field mark(String value, String space, boolean declares) {
        return new Field(value, Nature.MARK, space, declares);
    }

    static Field nick(String value, boolean declares) {
        return mark(value, NICK, declares);
    }
}
