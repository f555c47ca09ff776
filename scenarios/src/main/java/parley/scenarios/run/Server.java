package parley.scenarios.run;

import parley.chatd.config.Config;
import parley.protocol.Address;

/** The server that a scenario's clients talk to. */
sealed interface Server extends AutoCloseable permits EmbeddedServer, GivenServer {

    /** How it is to be configured, before anybody connects. */
    void configure(Config config) throws StepFailed;

    /** Where it is. */
    Address address() throws StepFailed;

    @Override
    void close();
}
