package parley.chatc.talk;

/** How a piece of text stands out. */
sealed interface Look {

    /** What does not depend on who speaks. */
    enum Tone implements Look {
        PLAIN,
        /** Times, comings and goings. */
        QUIET,
        /** Words in which the reader's own nick is; a room where such are. */
        MENTION,
        /** The room that is looked at, in the footer. */
        CURRENT,
        /** A refusal, a mistake, the end of a connection. */
        ALERT
    }

    /** The colour of a nick. */
    record OfNick(int colour) implements Look {
    }
}
