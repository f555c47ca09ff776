package parley.chatd.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.event.Level;
import parley.chatd.core.RoomName;
import parley.chatd.core.Settings;
import parley.chatd.core.Settings.StandingRoom;
import parley.chatd.dialect.irc.IrcNames;
import parley.chatd.engine.Durability;
import parley.chatd.engine.Retention;
import parley.chatd.engine.Retentions;
import parley.chatd.net.Bounds;
import parley.protocol.Address;

/**
 * Everything that the person who runs a server decides.
 *
 * @param listen where it listens, at one place at least
 * @param metrics where it tells how it is, if anywhere
 * @param irc what IRC listeners say of the server
 * @param record where all connections are recorded, if anywhere
 */
public record Config(List<Listening> listen, Settings settings, Bounds bounds, History history, Log log,
        Optional<Address> metrics, IrcNames irc, Optional<Recording> record) {

    /** Where the history is, unless it is kept in memory, what it survives, and how much of it is kept. */
    public record History(Path file, Durability durability, Retentions retentions) {
    }

    /** What the command writes about what happens, and how. */
    public record Log(Format format, Level level) {

        public static final Log DEFAULT = new Log(Format.TEXT, Level.INFO);

        /** Lines for people, or JSON objects for programs. */
        public enum Format {
            TEXT, JSON
        }
    }

    /**
     * Where what goes over the wire is written down.
     *
     * @param redact regular expressions for what is a secret besides passwords, keys and tokens
     */
    public record Recording(Path file, List<String> redact) {
        public Recording {
            redact = List.copyOf(redact);
        }
    }

    public Config {
        listen = List.copyOf(listen);
    }

    /** The version as the build knows it. */
    public static String version() {
        String version = Config.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** The same, listening at the first place only, and there on this port; 0 is any free one. */
    public Config onPort(int port) {
        return new Config(List.of(listen.getFirst().onPort(port)), settings, bounds, history, log, metrics, irc,
                record);
    }

    /** The same, listening for IRC as well, in the clear on this port of the first place's host; 0 is any free one. */
    public Config withIrc(int port) {
        List<Listening> more = new ArrayList<>(listen);
        more.add(Listening.irc(new Address(listen.getFirst().address().host(), port)));
        return new Config(more, settings, bounds, history, log, metrics, irc, record);
    }

    /** The same, recorded nowhere. */
    public Config unrecorded() {
        return new Config(listen, settings, bounds, history, log, metrics, irc, Optional.empty());
    }

    /** What a server does that nobody has configured: it listens on this machine only. */
    public static Config standard() {
        RoomName lobby = new RoomName("#lobby", "#lobby");
        Settings settings = new Settings("chatd " + version(), "", List.of(StandingRoom.open(lobby)), Map.of(),
                Settings.Limits.DEFAULT);
        History history = new History(stateFolder().resolve("history.db"), Durability.PROCESS,
                Retentions.all(Retention.DEFAULT));
        return new Config(List.of(Listening.plain(Address.DEFAULT)), settings, Bounds.DEFAULT, history, Log.DEFAULT,
                Optional.empty(), IrcNames.DEFAULT, Optional.empty());
    }

    /** Where a program of this user keeps what should last (XDG base directories). */
    public static Path stateFolder() {
        String state = System.getenv("XDG_STATE_HOME");
        return state == null || state.isBlank()
                ? Path.of(System.getProperty("user.home"), ".local", "state", "chatd")
                : Path.of(state, "chatd");
    }
}
