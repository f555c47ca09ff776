package parley.scenarios.run;

import parley.chatd.config.Config;
import parley.protocol.Address;
import parley.scenarios.language.Dialect;

/** The server that a scenario's clients talk to. Any thread that plays steps. */
sealed interface Server extends AutoCloseable permits EmbeddedServer, GivenServer {

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

    @Override
    void close();
}
