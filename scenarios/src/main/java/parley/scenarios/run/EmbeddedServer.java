package parley.scenarios.run;

import org.jspecify.annotations.Nullable;
import parley.chatd.CannotListen;
import parley.chatd.Daemon;
import parley.chatd.config.Config;
import parley.chatd.engine.MemoryEngine;
import parley.protocol.Address;

/** A server in this process, on a free port, with its history in memory; started when the first client connects. */
final class EmbeddedServer implements Server {

    private Config config = Config.standard();
    private @Nullable Daemon daemon;

    @Override
    public void configure(Config given) throws StepFailed {
        if (daemon != null) {
            throw new StepFailed("the server runs already: it is configured before the first client connects");
        }
        config = given;
    }

    @Override
    public Address address() throws StepFailed {
        if (daemon == null) {
            daemon = start();
        }
        return daemon.address();
    }

    private Daemon start() throws StepFailed {
        try {
            return Daemon.start(config.onPort(0), new MemoryEngine(config.history().retentions()));
        } catch (CannotListen e) {
            throw new StepFailed("the server did not start: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        if (daemon != null) {
            daemon.close();
            daemon = null;
        }
    }
}
