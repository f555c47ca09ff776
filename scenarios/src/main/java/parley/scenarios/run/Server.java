package parley.scenarios.run;

import java.time.Duration;
import java.util.List;
import parley.chatd.config.Config;
import parley.protocol.Address;
import parley.protocol.Dialect;
import parley.scenarios.Target;

/** The server that a scenario's clients talk to. Any thread that plays steps. */
sealed interface Server extends AutoCloseable permits EmbeddedServer, GivenServer, StartedServer {

    /**
     * The server of a scenario, which nobody has started yet.
     *
     * @param irc whether it may be asked for its address for IRC
     */
    static Server of(Target target, Duration patience, boolean irc) {
        return switch (target) {
            case Target.Embedded(Target.Inside inside) -> new EmbeddedServer(inside, irc);
            case Target.At at -> new GivenServer(at.address());
            case Target.Started started -> new StartedServer(started.command(), patience);
        };
    }

    /** How it is to be configured, before anybody connects. */
    void configure(Config config) throws StepFailed;

    /** Where it is spoken to in a dialect; starts it if it never ran. */
    Address address(Dialect dialect) throws StepFailed;

    /** Starts it again with what it knew. */
    void start() throws StepFailed;

    /** Ends it, with a goodbye to all. */
    void stop() throws StepFailed;

    /**
     * Ends it without a word to anybody.
     *
     * @param clients what their connections are then
     */
    void kill(Cast clients) throws StepFailed, InterruptedException;

    /** Whether others come after this scenario, who must find its nicks free. */
    default boolean outlivesScenario() {
        return false;
    }

    /** The last lines that it printed, if anybody reads along. */
    default List<String> printed() {
        return List.of();
    }

    @Override
    void close();
}
