package parley.chatc.settings;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.chatd.toml.Section;
import parley.protocol.text.FileTrouble;

/**
 * What a person has written down: settings for all servers, and servers by name, each with settings of its own.
 *
 * @param general what holds unless a server's own settings say otherwise
 * @param servers by their names; each has an address as its {@link Key#SERVER}
 */
record SettingsFile(Map<Key, Setting> general, Map<String, Map<Key, Setting>> servers) {

    static final SettingsFile NONE = new SettingsFile(Map.of(), Map.of());

    /** A password belongs to one server, and is never shown to another; so does a certificate. */
    private static final List<Key> OF_ALL = List.of(Key.SERVER, Key.NICK, Key.ROOM);
    private static final List<Key> OF_ONE =
            List.of(Key.NICK, Key.ROOM, Key.PASSWORD_FILE, Key.TLS_CA, Key.TLS_CERT, Key.TLS_KEY);
    private static final String ADDRESS = "address";

    /**
     * Reads a file that is there.
     *
     * @throws SettingsInvalid with line and column of everything that is wrong
     */
    static SettingsFile read(Path file) throws SettingsInvalid {
        List<String> problems = new ArrayList<>();
        SettingsFile settings = of(Section.of(file.toString(), text(file), problems));
        if (!problems.isEmpty()) {
            throw new SettingsInvalid(problems);
        }
        return settings;
    }

    private static String text(Path file) throws SettingsInvalid {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new SettingsInvalid(file + ": is not UTF-8, which TOML has to be");
        } catch (IOException e) {
            throw new SettingsInvalid(FileTrouble.reading("settings file", file, e));
        }
    }

    private static SettingsFile of(Section top) {
        Map<Key, Setting> general = settings(top, OF_ALL);
        Map<String, Map<Key, Setting>> servers = new LinkedHashMap<>();
        top.section("servers").sections().forEach((name, table) -> servers.put(name, server(table)));
        top.end();
        return new SettingsFile(general, servers);
    }

    private static Map<Key, Setting> server(Section table) {
        Map<Key, Setting> settings = settings(table, OF_ONE);
        String address = table.text(ADDRESS, "");
        if (address.isEmpty()) {
            table.problem(ADDRESS, "is missing: it is where the server is, HOST:PORT");
        } else if (table.address(ADDRESS, address, Section.ADDRESS).isPresent()) {
            settings.put(Key.SERVER, new Setting(address, table.place(ADDRESS)));
        }
        for (Key key : List.of(Key.TLS, Key.IRC)) {
            if (table.flag(key.inFile())) {
                settings.put(key, new Setting("true", table.place(key.inFile())));
            }
        }
        table.end();
        return settings;
    }

    private static Map<Key, Setting> settings(Section section, List<Key> keys) {
        Map<Key, Setting> settings = new EnumMap<>(Key.class);
        for (Key key : keys) {
            String value = section.text(key.inFile(), "");
            if (!value.isEmpty()) {
                settings.put(key, new Setting(value, section.place(key.inFile())));
            }
        }
        return settings;
    }
}
