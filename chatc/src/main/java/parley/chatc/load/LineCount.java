package parley.chatc.load;

import java.nio.ByteBuffer;

/** Counts line ends eight bytes at a time, so that counting costs less than what is counted. */
final class LineCount {

    private static final long ENDS = 0x0a0a0a0a0a0a0a0aL;
    private static final long LOW = 0x7f7f7f7f7f7f7f7fL;

    private LineCount() {
    }

    /** How many there are between position and limit, which stay as they are. */
    static int of(ByteBuffer bytes) {
        int count = 0;
        int at = bytes.position();
        for (; at + Long.BYTES <= bytes.limit(); at += Long.BYTES) {
            long differs = bytes.getLong(at) ^ ENDS; // a zero byte is a line end
            count += Long.bitCount(~((differs & LOW) + LOW | differs | LOW));
        }
        for (; at < bytes.limit(); at++) {
            count += bytes.get(at) == '\n' ? 1 : 0;
        }
        return count;
    }
}
