package parley.scenarios.recording;

import java.io.IOException;
import parley.chatd.CannotListen;
import parley.chatd.Daemon;
import parley.chatd.config.Config;
import parley.chatd.engine.MemoryEngine;
import parley.protocol.Address;
import parley.protocol.client.Dial;
import parley.protocol.link.Link;

/**
 * A server in this process, on free ports for both dialects, with its history in memory: what a recording is played
 * against by default.
 */
public final class LocalServer implements Replay.Server, AutoCloseable {

    private final Daemon daemon;

    private LocalServer(Daemon daemon) {
        this.daemon = daemon;
    }

    /**
     * Starts one.
     *
     * @throws IOException if there is no free port
     */
    public static LocalServer start(Config config) throws IOException {
        try {
            return new LocalServer(
                    Daemon.start(config.unrecorded().onPort(0).withIrc(0),
                            new MemoryEngine(config.history().retentions())));
        } catch (CannotListen e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Where it listens for JSON lines. */
    public Address address() {
        return daemon.address();
    }

    @Override
    public Link connect(boolean irc) throws IOException {
        return Dial.open(irc ? daemon.addresses().getLast() : daemon.address());
    }

    @Override
    public void close() {
        daemon.close();
    }
}
