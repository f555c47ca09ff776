package parley.protocol.recording;

import java.time.Instant;

/**
 * The first line of a recording.
 *
 * @param version of the format; what is newer than {@link #VERSION} is not read
 * @param program name and version of what wrote it
 * @param at when it began; the times of the entries count from here
 */
public record Header(int version, String program, Instant at) {

    /** The version that is written. */
    public static final int VERSION = 1;

    /** The header of a recording that begins now. */
    public static Header now(String program) {
        return new Header(VERSION, program, Instant.now());
    }
}
