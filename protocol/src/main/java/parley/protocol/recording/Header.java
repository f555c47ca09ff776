package parley.protocol.recording;

import java.time.Instant;
import java.util.List;

/**
 * The first line of a recording.
 *
 * @param version of the format; what is newer than {@link #VERSION} is not read
 * @param program name and version of what wrote it
 * @param at when it began; the times of the entries count from here
 * @param server what is special in the configuration of the server that it was recorded with, as chatd's own file has it;
 *        empty if nothing is, or if nobody knows
 * @param secrets the names that stand in the configuration as <code>${NAME}</code>, in place of secrets
 */
public record Header(int version, String program, Instant at, String server, List<String> secrets) {

    /** The version that is written. */
    public static final int VERSION = 1;

    public Header {
        secrets = List.copyOf(secrets);
    }

    /** The header of a recording that begins now. */
    public static Header now(String program) {
        return new Header(VERSION, program, Instant.now(), "", List.of());
    }

    /** The same, with this configuration of the server. */
    public Header withServer(String configuration) {
        return new Header(version, program, at, configuration, List.of());
    }
}
