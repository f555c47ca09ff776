package parley.chatc.talk;

/** What a person did at the line that is being typed. */
sealed interface Typed {

    /** Finished it; with line ends inside if it was pasted. */
    record Line(String text) implements Typed {
    }

    /** Threw it away with Ctrl-C, or the conversation ended over it. */
    record Interrupted(String unfinished) implements Typed {
    }

    /** Typed Ctrl-D at its beginning. */
    record EndOfInput() implements Typed {
    }
}
