package parley.protocol.line;

/** One line off the wire, or word of one that was skipped. */
public sealed interface Line {

    /** A line's text, without its end. */
    record Text(String text) implements Line {
    }

    /** A line over the limit. It is reported as soon as that is known; the rest of it is skipped. */
    record TooLong(int limit) implements Line {
    }

    /** A line whose bytes are not UTF-8. */
    record NotUtf8() implements Line {
    }
}
