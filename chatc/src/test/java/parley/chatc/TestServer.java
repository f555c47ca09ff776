package parley.chatc;

import java.io.IOException;
import parley.chatd.CannotListen;
import parley.chatd.Daemon;
import parley.chatd.config.ConfigFile;
import parley.chatd.config.ConfigInvalid;
import parley.chatd.engine.MemoryEngine;
import parley.protocol.Address;

/** A server in this process, on a free port. */
public final class TestServer implements AutoCloseable {

    private final Daemon daemon;
    private final Address address;

    private TestServer(Daemon daemon) {
        this.daemon = daemon;
        this.address = daemon.address();
    }

    public static TestServer start() {
        return start("");
    }

    /** With this configuration, in TOML. */
    public static TestServer start(String config) {
        try {
            return new TestServer(
                    Daemon.start(ConfigFile.parse("test", config).onPort(0), new MemoryEngine(100_000)));
        } catch (ConfigInvalid | CannotListen e) {
            throw new IllegalStateException(e);
        }
    }

    public Address address() {
        return address;
    }

    /** Somebody who is there, in the rooms given besides those where everyone is. */
    public Guest guest(String nick, String... rooms) throws IOException, InterruptedException {
        return Guest.come(address(), nick, rooms);
    }

    @Override
    public void close() {
        daemon.close();
    }
}
