package parley.chatd.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.event.Level;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import parley.chatd.core.RoomName;
import parley.chatd.core.Settings;
import parley.chatd.core.Settings.Limits;
import parley.chatd.engine.Durability;
import parley.chatd.engine.Retention;
import parley.chatd.net.Bounds;
import parley.protocol.Address;

/** Reads a configuration file (TOML 1.0). Every key is documented in the module's README. */
public final class ConfigFile {

    private static final int MOST = 1 << 30;

    private final Config standard = Config.standard();
    private final List<String> problems = new ArrayList<>();

    private ConfigFile() {
    }

    /**
     * Reads a file.
     *
     * @throws ConfigInvalid naming line and column of everything that is wrong
     */
    public static Config read(Path file) throws ConfigInvalid {
        return parse(file.toString(), text(file));
    }

    /** Reads what stands in a file, whatever it means. */
    public static String text(Path file) throws ConfigInvalid {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new ConfigInvalid(List.of("there is no configuration file " + file));
        } catch (CharacterCodingException e) {
            throw new ConfigInvalid(List.of(file + ": is not UTF-8, which TOML has to be"));
        } catch (IOException e) {
            throw new ConfigInvalid(List.of("the configuration file " + file + " cannot be read: " + e.getMessage()));
        }
    }

    /** Reads a text; {@code source} is what problems call it. */
    public static Config parse(String source, String text) throws ConfigInvalid {
        TomlParseResult toml = Toml.parse(text);
        if (toml.hasErrors()) {
            throw new ConfigInvalid(toml.errors().stream().map(error -> syntax(source, error)).toList());
        }
        return new ConfigFile().config(source, toml);
    }

    private static String syntax(String source, TomlParseError error) {
        return source + ":" + error.position().line() + ":" + error.position().column() + ": " + error.getMessage();
    }

    private Config config(String source, TomlParseResult toml) throws ConfigInvalid {
        Section top = new Section(source, "", toml, problems);
        Section limits = top.section("limits", Toml.parse(""));
        Section history = top.section("history", Toml.parse(""));
        Section log = top.section("log", Toml.parse(""));
        Config config = new Config(listen(top), settings(top, limits), bounds(limits), history(history), log(log));
        List.of(top, limits, history, log).forEach(Section::end);
        if (!problems.isEmpty()) {
            throw new ConfigInvalid(problems);
        }
        return config;
    }

    private List<Address> listen(Section top) {
        List<Address> addresses = new ArrayList<>();
        List<String> texts = top.texts("listen", List.of(Address.DEFAULT.toString()));
        if (texts.isEmpty()) {
            top.problem("listen", "is a list of addresses HOST:PORT: it has none");
        }
        for (String text : texts) {
            try {
                addresses.add(Address.parse(text));
            } catch (IllegalArgumentException e) {
                top.problem("listen", "is a list of addresses HOST:PORT: " + e.getMessage());
            }
        }
        return addresses;
    }

    private Settings settings(Section top, Section limits) {
        Limits standing = standard.settings().limits();
        return new Settings(top.text("name", standard.settings().server()), top.text("motd", ""), rooms(top),
                new Limits(limits.count("nick_length", standing.nickLength(), 1, 64),
                        limits.count("text_bytes", standing.textBytes(), 1, MOST),
                        limits.count("rooms", standing.rooms(), 1, MOST),
                        limits.count("recall", standing.recall(), 1, MOST), limits.duration("hello", standing.hello()),
                        limits.duration("idle", standing.idle())));
    }

    private List<RoomName> rooms(Section top) {
        List<RoomName> rooms = new ArrayList<>();
        for (String text : top.texts("rooms", List.of("#lobby"))) {
            switch (RoomName.read(text)) {
                case RoomName.Valid valid -> rooms.add(valid.room());
                case RoomName.Invalid invalid ->
                    top.problem("rooms", "has \"" + text + "\", but " + invalid.refused().text());
            }
        }
        return rooms;
    }

    private Config.History history(Section history) {
        Config.History standing = standard.history();
        Retention retention = standing.retention();
        String file = history.text("file", standing.file().toString());
        String durability = history.oneOf("durability", List.of("process", "disk"), "process");
        return new Config.History(path(history, file), Durability.valueOf(durability.toUpperCase(Locale.ROOT)),
                new Retention(history.count("messages", retention.messages(), 1, MOST),
                        history.duration("age", retention.age())));
    }

    private static Config.Log log(Section log) {
        String format = log.oneOf("format", List.of("text", "json"), "text");
        String level = log.oneOf("level", List.of("error", "warn", "info", "debug"), "info");
        return new Config.Log(Config.Log.Format.valueOf(format.toUpperCase(Locale.ROOT)),
                Level.valueOf(level.toUpperCase(Locale.ROOT)));
    }

    private Path path(Section history, String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            history.problem("file", "is no path: " + e.getReason());
            return standard.history().file();
        }
    }

    private Bounds bounds(Section limits) {
        return new Bounds(limits.count("line_bytes", Bounds.DEFAULT.lineBytes(), 512, MOST),
                limits.count("outbox_bytes", Bounds.DEFAULT.outboxBytes(), 4096, MOST),
                limits.count("connections", Bounds.DEFAULT.connections(), 1, MOST),
                limits.count("connections_per_address", Bounds.DEFAULT.connectionsPerAddress(), 1, MOST));
    }
}
