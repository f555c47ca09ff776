package parley.chatd.config;

import java.util.List;
import parley.chatd.core.RoomName;
import parley.chatd.core.Settings;
import parley.chatd.engine.MemoryEngine;
import parley.chatd.net.Bounds;
import parley.protocol.Address;

/**
 * Everything that the person who runs a server decides.
 *
 * @param listen where it listens for JSON lines
 * @param historyMessages how many messages of each room are kept
 */
public record Config(List<Address> listen, Settings settings, Bounds bounds, int historyMessages) {

    public Config {
        listen = List.copyOf(listen);
    }

    /** The version as the build knows it. */
    public static String version() {
        String version = Config.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** The same, listening on one port of this machine only; 0 is any free one. */
    public Config onPort(int port) {
        String host = listen.isEmpty() ? Address.DEFAULT.host() : listen.getFirst().host();
        return new Config(List.of(new Address(host, port)), settings, bounds, historyMessages);
    }

    /** What a server does that nobody has configured: it listens on this machine only. */
    public static Config standard() {
        RoomName lobby = new RoomName("#lobby", "#lobby");
        Settings settings = new Settings("chatd " + version(), "", List.of(lobby), Settings.Limits.DEFAULT);
        return new Config(List.of(Address.DEFAULT), settings, Bounds.DEFAULT, MemoryEngine.DEFAULT_HISTORY);
    }
}
