package parley.chatc.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.protocol.Address;

class SettingsTest {

    private static final String FILE = """
            server = "work"
            nick = "al"
            room = "general"

            [servers.work]
            address = "chat.example.org:7000"
            nick = "alice"
            password_file = "work.password"

            [servers.home]
            address = "192.0.2.7"
            """;

    private final Map<String, String> environment = new TreeMap<>();
    @TempDir
    private Path directory;

    private Path write(String toml) throws IOException {
        Path file = directory.resolve("chatc/config.toml");
        Files.createDirectories(file.getParent());
        environment.put("XDG_CONFIG_HOME", directory.toString());
        return Files.writeString(file, toml);
    }

    private Settings settings(Map<Key, String> flags) throws SettingsInvalid {
        return new Settings(flags, environment);
    }

    @Test
    void tls_is_asked_for_by_any_of_its_keys_and_belongs_to_the_server_it_is_written_for() throws Exception {
        Path file = write("""
                [servers.work]
                address = "chat.example.org:7000"
                tls = true
                [servers.home]
                address = "192.0.2.7"
                tls_ca = "home.pem"
                [servers.open]
                address = "192.0.2.8"
                tls = false
                """);
        assertThat(settings(Map.of()).tls()).isEmpty();
        assertThat(settings(Map.of(Key.SERVER, "open")).tls()).isEmpty();
        assertThat(settings(Map.of(Key.SERVER, "work")).tls()).contains(new Setting("true", file + ":3:1"));
        assertThat(settings(Map.of(Key.SERVER, "home")).tls()).contains(new Setting("home.pem", file + ":6:1"));
        assertThat(settings(Map.of(Key.SERVER, "home")).file(Key.TLS_CA))
                .contains(new Setting(file.resolveSibling("home.pem").toString(), file + ":6:1"));
        assertThat(settings(Map.of(Key.TLS_CERT, "me.pem")).tls()).contains(new Setting("me.pem", "--tls-cert"));
        environment.put("CHATC_TLS", "1");
        assertThat(settings(Map.of()).tls()).contains(new Setting("1", "CHATC_TLS"));
    }

    @Test
    void without_a_file_nothing_is_set_but_by_flags_and_variables() throws Exception {
        assertThat(settings(Map.of()).of(Key.NICK)).isEmpty();
        assertThat(settings(Map.of()).server()).isEqualTo(Address.DEFAULT);
        environment.put("CHATC_NICK", "bob");
        environment.put("CHATC_ROOM", "");
        assertThat(settings(Map.of()).of(Key.NICK)).contains(new Setting("bob", "CHATC_NICK"));
        assertThat(settings(Map.of()).of(Key.ROOM)).isEmpty();
        assertThat(settings(Map.of(Key.NICK, "eve")).of(Key.NICK)).contains(new Setting("eve", "--nick"));
    }

    @Test
    void a_flag_comes_before_a_variable_before_the_server_before_all_servers() throws Exception {
        Path file = write(FILE);
        assertThat(settings(Map.of()).of(Key.NICK)).contains(new Setting("alice", file + ":7:1"));
        assertThat(settings(Map.of()).of(Key.ROOM)).contains(new Setting("general", file + ":3:1"));
        assertThat(settings(Map.of(Key.SERVER, "home")).of(Key.NICK)).contains(new Setting("al", file + ":2:1"));
        environment.put("CHATC_NICK", "bob");
        assertThat(settings(Map.of()).of(Key.NICK)).contains(new Setting("bob", "CHATC_NICK"));
        assertThat(settings(Map.of(Key.NICK, "eve")).of(Key.NICK)).contains(new Setting("eve", "--nick"));
    }

    @Test
    void a_server_is_known_by_its_name_or_its_address() throws Exception {
        Path file = write(FILE);
        assertThat(settings(Map.of()).of(Key.SERVER)).contains(
                new Setting("chat.example.org:7000", file + ":6:1, which " + file + ":1:1 names"));
        assertThat(settings(Map.of(Key.SERVER, "home")).server()).isEqualTo(new Address("192.0.2.7", 7667));
        environment.put("CHATC_SERVER", "elsewhere:1");
        assertThat(settings(Map.of()).of(Key.SERVER)).contains(new Setting("elsewhere:1", "CHATC_SERVER"));
        assertThat(settings(Map.of()).of(Key.NICK)).contains(new Setting("al", file + ":2:1"));
    }

    @Test
    void a_password_goes_to_its_server_with_its_nick_and_nowhere_else() throws Exception {
        Path file = write(FILE);
        Setting own = new Setting(directory.resolve("chatc/work.password").toString(), file + ":8:1");
        assertThat(settings(Map.of()).passwordFile()).contains(own);
        assertThat(settings(Map.of(Key.NICK, "alice")).passwordFile()).contains(own);
        assertThat(settings(Map.of(Key.NICK, "eve")).passwordFile()).isEmpty();
        assertThat(settings(Map.of(Key.SERVER, "home")).passwordFile()).isEmpty();
        assertThat(settings(Map.of(Key.SERVER, "chat.example.org:7000")).passwordFile()).isEmpty();
        assertThat(settings(Map.of(Key.NICK, "eve", Key.PASSWORD_FILE, "f")).passwordFile())
                .contains(new Setting("f", "--password-file"));
    }

    @Test
    void a_file_of_a_password_is_found_at_home() throws Exception {
        write(FILE.replace("work.password", "~/secret"));
        environment.put("HOME", "/home/alice");
        assertThat(settings(Map.of()).passwordFile()).map(Setting::value).contains("/home/alice/secret");
    }

    @Test
    void the_file_is_below_the_home_if_nothing_else_is_said() throws Exception {
        environment.put("HOME", "/home/alice");
        assertThat(settings(Map.of()).path()).contains(Path.of("/home/alice/.config/chatc/config.toml"));
        environment.put("XDG_CONFIG_HOME", "relative");
        assertThat(settings(Map.of()).path()).contains(Path.of("/home/alice/.config/chatc/config.toml"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "nik = \"al\" | 1:1: nik is not a key at the top level; did you mean nick?",
            "nick = 7 | 1:1: nick is a text in quotes",
            "password_file = \"x\" | 1:1: password_file is not a key at the top level; there are server, nick, room, servers",
            "servers.work.nick = \"a\" | 1:1: address is missing: it is where the server is, HOST:PORT",
            "servers.work = { address = \"a:b:c\" } | 1:18: address is an address HOST:PORT: \"a:b:c\" has several colons:"
                    + " an IPv6 address is written [ADDRESS]:PORT",
            "servers.work = { address = \"a\", rom = \"x\" } | 1:33: rom is not a key in [servers.work]; did you mean room?",
            "servers = 7 | 1:1: servers is a table: write [servers] and its keys below",
            "servers.work = 7 | 1:1: work is a table: write [work] and its keys below"})
    void what_is_wrong_in_it_is_named_with_its_place(String toml, String problem) throws Exception {
        Path file = write(toml);
        assertThatThrownBy(() -> settings(Map.of())).isInstanceOf(SettingsInvalid.class)
                .hasMessageStartingWith(file + ":" + problem);
    }

    @Test
    void an_address_that_is_none_is_named_with_its_place() throws Exception {
        Path file = write("server = \"a:b:c\"");
        assertThatThrownBy(() -> settings(Map.of()).server())
                .hasMessageStartingWith(file + ":1:1: \"a:b:c\" has several");
    }
}
