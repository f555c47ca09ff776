package parley.scenarios.run;

import parley.chatd.config.Config;
import parley.protocol.Address;

/** A server that runs somewhere, is as it is, and goes on running. */
record GivenServer(Address address) implements Server {

    @Override
    public void configure(Config config) {
        // Whoever runs that server has configured it.
    }

    @Override
    public void close() {
        // It is not ours.
    }
}
