package parley.scenarios;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import parley.protocol.Address;
import parley.protocol.Dialect;
import parley.scenarios.language.Given;

/**
 * How scenarios are run.
 *
 * @param target the server to run against
 * @param patience how long a client waits for what it must see, and for an answer, unless a step says otherwise
 * @param color whether the report may use ANSI colours
 * @param given the variables and the environment that scenarios get
 * @param jobs how many are played at the same time
 * @param dialect what clients speak unless a step says otherwise
 */
public record RunOptions(Target target, Duration patience, boolean color, Given given, int jobs,
        Dialect dialect) {

    /** A server of its own for each scenario, five seconds of patience, no colours. */
    public static final RunOptions STANDARD = new RunOptions(null, Duration.ofSeconds(5), false);

    public RunOptions {
        if (!patience.isPositive()) {
            throw new IllegalArgumentException("patience is a time above zero, not " + patience);
        }
        if (jobs < 1) {
            throw new IllegalArgumentException("at least one scenario is played at a time, not " + jobs);
        }
        if (jobs > 1 && target instanceof Target.At) {
            throw new IllegalArgumentException(
                    "on one server, scenarios are played one after the other: they would take each other's nicks");
        }
    }

    /**
     * One after the other, and no variables.
     *
     * @param server a server that is there; null for one in this process for each scenario
     */
    public RunOptions(@Nullable Address server, Duration patience, boolean color) {
        this(server == null ? new Target.Embedded() : new Target.At(server, null), patience, color,
                Given.byEnvironment(), 1, Dialect.JSON);
    }

    /** The same, but over this dialect. */
    public RunOptions over(Dialect spoken) {
        return new RunOptions(target, patience, color, given, jobs, spoken);
    }

    /** The same, but with this server, these variables and so many at a time. */
    public RunOptions with(Target where, Given values, int atATime) {
        return new RunOptions(where, patience, color, values, atATime, dialect);
    }
}
