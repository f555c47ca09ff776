package parley.protocol.recording;

/**
 * One thing that happened on a connection.
 *
 * <p>Entries stand in the order in which they happened: what led to something stands before it.
 */
public sealed interface Entry {

    /** Microseconds since the recording began. */
    long micros();

    /** Which connection it is: a name that no other one in the recording has. */
    String who();

    /** A client connected. */
    record Opened(long micros, String who) implements Entry {
    }

    /** One side ended its stream; what the other one still said may follow. */
    record Closed(long micros, String who, Side by) implements Entry {
    }

    /** One side said something. */
    sealed interface Heard extends Entry {
        Side from();

        /** What stands beside it. */
        Marks marks();
    }

    /**
     * A line.
     *
     * @param text without its end
     */
    record Line(long micros, String who, Side from, String text, LineEnd end, Marks marks) implements Heard {

        /** A line with nothing beside it. */
        public Line(long micros, String who, Side from, String text, LineEnd end) {
            this(micros, who, from, text, end, Marks.NONE);
        }

        /** The same place with another text. */
        public Line withText(String other, Marks newMarks) {
            return new Line(micros, who, from, other, end, newMarks);
        }
    }

    /**
     * Bytes that are no line: not UTF-8, longer than any line, or without an end.
     *
     * @param bytes one character for each byte (ISO 8859-1)
     */
    record Bytes(long micros, String who, Side from, String bytes, Marks marks) implements Heard {

        /** Bytes with nothing beside them. */
        public Bytes(long micros, String who, Side from, String bytes) {
            this(micros, who, from, bytes, Marks.NONE);
        }
    }
}
