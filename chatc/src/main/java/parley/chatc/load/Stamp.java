package parley.chatc.load;

import java.nio.ByteBuffer;
import java.util.function.LongConsumer;

/** The time a message was sent, at the beginning of its text: {@code ^} and 16 hexadecimal digits of nanoseconds. */
final class Stamp {

    static final int LENGTH = 17;
    /** Stands in no line of any wire but before a stamp. */
    private static final char MARK = '^';

    private Stamp() {
    }

    static String now() {
        return MARK + "%016x".formatted(System.nanoTime());
    }

    /** Hands over every stamp that is whole between position and limit. */
    static void read(ByteBuffer bytes, LongConsumer sentAt) {
        for (int at = bytes.position(); at + LENGTH <= bytes.limit(); at++) {
            if (bytes.get(at) == MARK) {
                sentAt.accept(digits(bytes, at + 1));
                at += LENGTH - 1;
            }
        }
    }

    private static long digits(ByteBuffer bytes, int from) {
        long value = 0;
        for (int at = from; at < from + LENGTH - 1; at++) {
            value = value << 4 | Character.digit(bytes.get(at), 16);
        }
        return value;
    }
}
