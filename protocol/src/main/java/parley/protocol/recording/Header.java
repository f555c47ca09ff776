package parley.protocol.recording;

import java.time.Instant;

/**
 * The first line of a recording.
 *
 * @param version of the format; what is newer than {@link #VERSION} is not read
 * @param program name and version of what wrote it
 * @param at when it began; the times of the entries count from here
 * @param server what is special in the configuration of the server that it was recorded with, as chatd's own file has it;
 *        empty if nothing is, or if nobody knows
 */
public record Header(int version, String program, Instant at, String server) {

    /** The version that is written. */
    public static final int VERSION = 1;

    /** The header of a recording that begins now. */
    public static Header now(String program) {
        return new Header(VERSION, program, Instant.now(), "");
    }

    /** The same, with this configuration of the server. */
    public Header withServer(String configuration) {
        return new Header(version, program, at, configuration);
    }
}
