package parley.scenarios.run;

import parley.chatd.config.Config;
import parley.protocol.Address;
import parley.protocol.Dialect;

/** A server that runs somewhere, is as it is, and goes on running. */
record GivenServer(Address where) implements Server {

    @Override
    public void configure(Config config) {
        // Whoever runs that server has configured it.
    }

    @Override
    public Address address(Dialect dialect) {
        return where;
    }

    @Override
    public void start() throws StepFailed {
        throw notOurs();
    }

    @Override
    public void stop() throws StepFailed {
        throw notOurs();
    }

    @Override
    public void kill(Cast clients) throws StepFailed {
        throw notOurs();
    }

    @Override
    public boolean outlivesScenario() {
        return true;
    }

    private StepFailed notOurs() {
        return new StepFailed(
                "the server at " + where + " is not the scenario's own: that needs --exec, or no --server");
    }

    @Override
    public void close() {
        // It is not ours.
    }
}
