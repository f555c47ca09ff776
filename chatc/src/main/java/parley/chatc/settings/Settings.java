package parley.chatc.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import parley.protocol.Address;

/** All that is set, and which of it is in force. */
public final class Settings {

    private static final String HOME = "~/";

    private final Map<Key, Setting> flags;
    private final Map<Key, Setting> variables = new EnumMap<>(Key.class);
    private final Optional<Path> home;
    private final Optional<Path> path;
    private final SettingsFile file;

    /**
     * @param flags what the arguments say
     * @throws SettingsInvalid if the file is wrong
     */
    public Settings(Map<Key, String> flags, Map<String, String> environment) throws SettingsInvalid {
        this.flags = new EnumMap<>(Key.class);
        flags.forEach((key, value) -> this.flags.put(key, new Setting(value, key.flag())));
        for (Key key : Key.values()) {
            variable(environment, key.variable()).ifPresent(it -> variables.put(key, new Setting(it, key.variable())));
        }
        home = variable(environment, "HOME").map(Path::of);
        path = variable(environment, "XDG_CONFIG_HOME").map(Path::of).filter(Path::isAbsolute)
                .or(() -> home.map(folder -> folder.resolve(".config")))
                .map(folder -> folder.resolve("chatc").resolve("config.toml"));
        file = path.isPresent() && Files.exists(path.get()) ? SettingsFile.read(path.get()) : SettingsFile.NONE;
    }

    /** Set to nothing is not set. */
    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /** Where the file is, or would be, as the XDG base directory specification has it; empty where there is no home. */
    public Optional<Path> path() {
        return path;
    }

    /** The names of the servers in the file. */
    public Set<String> servers() {
        return file.servers().keySet();
    }

    /** What is in force for a key; empty if nothing is set. A server is an address then, not a name. */
    public Optional<Setting> of(Key key) {
        if (key == Key.SERVER) {
            return named().flatMap(this::address);
        }
        return explicit(key).or(() -> ownOfServer(key)).or(() -> Optional.ofNullable(file.general().get(key)));
    }

    /** What a flag or a variable says. */
    private Optional<Setting> explicit(Key key) {
        return Optional.ofNullable(flags.get(key)).or(() -> Optional.ofNullable(variables.get(key)));
    }

    /** The server as it was named, be that a name or an address. */
    private Optional<Setting> named() {
        return explicit(Key.SERVER).or(() -> Optional.ofNullable(file.general().get(Key.SERVER)));
    }

    private Optional<Setting> address(Setting named) {
        Map<Key, Setting> own = file.servers().get(named.value());
        return own == null
                ? Optional.of(named)
                : Optional.ofNullable(own.get(Key.SERVER))
                        .map(it -> new Setting(it.value(), it.from() + ", which " + named.from() + " names"));
    }

    private Optional<Setting> ownOfServer(Key key) {
        return named().map(server -> file.servers().get(server.value())).map(own -> own.get(key));
    }

    /** The server's address, and where it comes from. */
    public Address server() throws SettingsInvalid {
        Optional<Setting> setting = of(Key.SERVER);
        try {
            return setting.map(it -> Address.parse(it.value())).orElse(Address.DEFAULT);
        } catch (IllegalArgumentException e) {
            throw new SettingsInvalid(setting.map(Setting::from).orElse("") + ": " + e.getMessage());
        }
    }

    /**
     * The file with the password, if one is set that goes with this nick: one in the file of settings goes with the nick
     * that stands there, and not with another that a flag or a variable names.
     */
    public Optional<Setting> passwordFile() {
        Optional<Setting> own = ownOfServer(Key.PASSWORD_FILE).filter(it -> ownNick()).map(this::inFolder);
        return explicit(Key.PASSWORD_FILE).or(() -> own);
    }

    /** A file of TLS that is set. */
    public Optional<Setting> file(Key key) {
        return explicit(key).or(() -> ownOfServer(key).map(this::inFolder));
    }

    /** What asks for TLS, if anything does: whoever says which certificates count has asked. */
    public Optional<Setting> tls() {
        return Stream.of(Key.TLS, Key.TLS_CA, Key.TLS_CERT, Key.TLS_KEY).map(this::of).flatMap(Optional::stream)
                .findFirst();
    }

    private boolean ownNick() {
        Optional<String> written = ownOfServer(Key.NICK).or(() -> Optional.ofNullable(file.general().get(Key.NICK)))
                .map(Setting::value);
        Optional<String> explicit = explicit(Key.NICK).map(Setting::value);
        return explicit.isEmpty() || explicit.equals(written);
    }

    /** A name in the file is relative to the file; {@code ~/} is the home, though no shell has read it. */
    private Setting inFolder(Setting setting) {
        Path folder = path.map(Path::getParent).orElse(Path.of(""));
        Path target = home.isPresent() && setting.value().startsWith(HOME)
                ? home.get().resolve(setting.value().substring(HOME.length()))
                : folder.resolve(setting.value());
        return new Setting(target.toString(), setting.from());
    }
}
