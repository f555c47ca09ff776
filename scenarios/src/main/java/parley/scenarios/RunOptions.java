package parley.scenarios;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import parley.protocol.Address;

/**
 * How scenarios are run.
 *
 * @param server the server to run against; null starts one in this process for each scenario
 * @param patience how long a client waits for what it must see, and for an answer, unless a step says otherwise
 * @param color whether the report may use ANSI colours
 */
public record RunOptions(@Nullable Address server, Duration patience, boolean color) {

    /** A server of its own for each scenario, five seconds of patience, no colours. */
    public static final RunOptions STANDARD = new RunOptions(null, Duration.ofSeconds(5), false);

    public RunOptions {
        if (!patience.isPositive()) {
            throw new IllegalArgumentException("patience is a time above zero, not " + patience);
        }
    }
}
