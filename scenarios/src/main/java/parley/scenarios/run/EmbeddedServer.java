package parley.scenarios.run;

import org.jspecify.annotations.Nullable;
import parley.chatd.CannotListen;
import parley.chatd.Daemon;
import parley.chatd.config.Config;
import parley.chatd.core.Engine;
import parley.chatd.engine.MemoryEngine;
import parley.protocol.Address;
import parley.protocol.Dialect;
import parley.scenarios.Target;

/**
 * A server in this process, on a free port in each of its lives, with its history in memory; started when the first
 * client connects. What it knew outlives it, as a file would.
 */
final class EmbeddedServer implements Server {

    private final Target.Inside inside;
    private final boolean irc;
    private Config config = Config.standard();
    private @Nullable Daemon daemon;
    private @Nullable Engine engine;

    /** @param irc whether it listens for IRC as well: what nobody needs, no scenario waits for */
    EmbeddedServer(Target.Inside inside, boolean irc) {
        this.inside = inside;
        this.irc = irc;
    }

    @Override
    public synchronized void configure(Config given) throws StepFailed {
        if (engine != null) {
            throw new StepFailed("the server runs already: it is configured before the first client connects");
        }
        config = given;
    }

    @Override
    public synchronized Address address(Dialect dialect) throws StepFailed {
        if (engine == null) {
            start();
        }
        return inside.front(switch (dialect) {
            case JSON -> running().address();
            case IRC -> running().ircAddress().orElseThrow();
        });
    }

    private Daemon running() throws StepFailed {
        if (daemon == null) {
            throw new StepFailed(engine == null
                    ? "the server does not run yet: it starts when the first client connects"
                    : "the server does not run: it was killed, and has not started since");
        }
        return daemon;
    }

    @Override
    public synchronized void start() throws StepFailed {
        if (daemon != null) {
            throw new StepFailed("the server runs already");
        }
        if (engine == null) {
            engine = inside.engine(new MemoryEngine(config.history().retentions()));
        }
        try {
            // Its port of before may be somebody else's by now.
            Config anyPort = config.unrecorded().onPort(0);
            daemon = Daemon.start(irc ? anyPort.withIrc(0) : anyPort, new Outliving(engine));
        } catch (CannotListen e) {
            throw new StepFailed("the server did not start: " + e.getMessage());
        }
    }

    @Override
    public synchronized void stop() throws StepFailed {
        running().close();
        daemon = null;
    }

    /** In one process, a server and its clients cannot die apart: so their connections go first, and it hears no more. */
    @Override
    public synchronized void kill(Cast clients) throws StepFailed, InterruptedException {
        Daemon killed = running();
        clients.lose();
        killed.close();
        daemon = null;
    }

    @Override
    public synchronized void close() {
        if (daemon != null) {
            daemon.close();
            daemon = null;
        }
        if (engine != null) {
            engine.close();
        }
    }
}
