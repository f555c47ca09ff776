package parley.chatd.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.Level;
import parley.chatd.core.Pace;
import parley.chatd.core.RoomName;
import parley.chatd.core.Settings;
import parley.chatd.core.Settings.Limits;
import parley.chatd.core.Settings.StandingRoom;
import parley.chatd.dialect.irc.IrcNames;
import parley.chatd.engine.Durability;
import parley.chatd.engine.Retention;
import parley.chatd.engine.Retentions;
import parley.chatd.net.Bounds;
import parley.protocol.Address;

class ConfigFileTest {

    @Test
    void everyKeyIsRead() throws ConfigInvalid {
        Config config = ConfigFile.parse("chatd.toml", """
                listen = ["0.0.0.0:7000", "[::1]:7001"]
                name = "The Tea House"
                motd = \"""
                Be kind.
                Tea at five.\"""
                rooms = ["#Tea", "#hall"]

                [limits]
                nick_length = 20
                text_bytes = 400
                line_bytes = 600
                rooms = 3
                recall = 50
                hello = "5s"
                idle = "250ms"
                outbox_bytes = 5000
                connections = 7
                connections_per_address = 2

                [history]
                file = "/srv/tea.db"
                durability = "disk"
                messages = 10
                age = "7d"

                [log]
                format = "json"
                level = "debug"

                [metrics]
                listen = "127.0.0.1:9667"

                [irc]
                name = "irc.tea.example"
                network = "Tea"
                admin = ["ann@tea.example"]

                [record]
                file = "/srv/tea.jsonl"
                redact = ["card (\\\\d+)"]
                """);

        Limits limits = new Limits(20, 400, 3, 50, 500, Duration.ofSeconds(5), Duration.ofMillis(250), Pace.DEFAULT);
        assertThat(config).isEqualTo(new Config(
                List.of(Listening.plain(new Address("0.0.0.0", 7000)), Listening.plain(new Address("::1", 7001))),
                new Settings("The Tea House", "Be kind.\nTea at five.", List.of(StandingRoom.open(room("#Tea")),
                        StandingRoom.open(room("#hall"))), Map.of(), limits),
                new Bounds(600, 5000, 7, 2, Pace.DEFAULT.exempt()),
                new Config.History(Path.of("/srv/tea.db"), Durability.DISK,
                        Retentions.all(new Retention(10, Duration.ofDays(7)))),
                new Config.Log(Config.Log.Format.JSON, Level.DEBUG), Optional.of(new Address("127.0.0.1", 9667)),
                new IrcNames("irc.tea.example", "Tea", List.of("ann@tea.example"), Optional.empty()),
                Optional.of(new Config.Recording(Path.of("/srv/tea.jsonl"), List.of("card (\\d+)")))));
    }

    @Test
    void whatIsNotSaidIsAsUsual() throws ConfigInvalid {
        assertThat(ConfigFile.parse("chatd.toml", "")).isEqualTo(Config.standard());
        assertThat(ConfigFile.parse("chatd.toml", "# nothing\n[limits]\n[history]\n")).isEqualTo(Config.standard());
        assertThat(ConfigFile.parse("chatd.toml", "rooms = []").settings().rooms()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            metrics = { listen = "x:" } | 1:13: listen is an address HOST:PORT: "" in "x:" is not a port: an address is written HOST:PORT
            record = { file = "f", redact = ["("] } | 1:24: redact is a list of regular expressions; "(" is none: Unclosed group
            motd = 5                   | 1:1: motd is a text in quotes
            name = ["a"]               | 1:1: name is a text in quotes
            listen = "127.0.0.1:1"     | 1:1: listen is a list of addresses HOST:PORT, or of tables, each under a [[listen]]
            listen = [1]               | 1:1: listen is a list of addresses HOST:PORT, or of tables, each under a [[listen]]
            listen = []                | 1:1: listen is a list of addresses HOST:PORT, or of tables, each under a [[listen]]: it has none
            listen = ["a:b"]           | 1:1: listen is a list of addresses HOST:PORT, or of tables, each under a [[listen]]: "b" in "a:b" is not a port: an address is written HOST:PORT
            listen = ["a:70000"]       | 1:1: listen is a list of addresses HOST:PORT, or of tables, each under a [[listen]]: port 70000 is not between 0 and 65535
            rooms = ["tea"]            | 1:1: rooms has "tea", but a room's name begins with #, like #lobby
            rooms = ["#a b"]           | 1:1: rooms has "#a b", but a room's name is # and a name that is letters, digits and signs like - _ . without spaces; it cannot have a space
            rooms = "#tea"             | 1:1: rooms is a list of names like "#lobby", or of tables, each under a [[rooms]]
            limits = 5                 | 1:1: limits is a table: write [limits] and its keys below
            history = "x"              | 1:1: history is a table: write [history] and its keys below
            lissten = []               | 1:1: lissten is not a key at the top level; did you mean listen?
            colour = "red"             | 1:1: colour is not a key at the top level; there are limits, history, log, metrics, irc, record, accounts, name, motd, rooms, listen
            limits.rooms = 0           | 1:1: rooms is a whole number from 1 to 1073741824
            limits.rooms = 1.5         | 1:1: rooms is a whole number from 1 to 1073741824
            limits.rooms = "5"         | 1:1: rooms is a whole number from 1 to 1073741824
            limits.rooms = 1073741825  | 1:1: rooms is a whole number from 1 to 1073741824
            limits.nick_length = 65    | 1:1: nick_length is a whole number from 1 to 64
            limits.line_bytes = 511    | 1:1: line_bytes is a whole number from 512 to 1073741824
            limits.outbox_bytes = -1   | 1:1: outbox_bytes is a whole number from 4096 to 1073741824
            limits.roms = 5            | 1:1: roms is not a key in [limits]; did you mean rooms?
            history.durability = "cd"  | 1:1: durability is one of "process", "disk", not "cd"
            history.durability = true  | 1:1: durability is a text in quotes
            history.messages = 0       | 1:1: messages is a whole number from 1 to 1073741824
            history.file = 7           | 1:1: file is a text in quotes
            history.file = "a\\u0000"  | 1:1: file is no path: Nul character not allowed
            """)
    void whatIsWrongIsNamedWithItsPlaceAndWhatIsAllowed(String toml, String problem) {
        assertThat(problems(toml)).isEqualTo("chatd.toml:" + problem);
    }

    @ParameterizedTest
    @CsvSource({"1ms, 1", "250ms, 250", "999999999ms, 999999999", "1s, 1000", "0.5s, 500", "90s, 90000", "2m, 120000",
            "1h, 3600000", "1.5h, 5400000", "7d, 604800000", "365d, 31536000000",
            "1000000d, 86400000000000"})
    void aTimeIsANumberAndAUnit(String text, long millis) throws ConfigInvalid {
        assertThat(ConfigFile.parse("chatd.toml", "limits.idle = \"" + text + "\"").settings().limits().idle())
                .isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"\"", "\"5\"", "\"s\"", "\"d\"", "\"ms\"", "\"0s\"", "\"0ms\"", "\"-5s\"", "\"5 s\"", "\"5y\"",
                    "\"1h30m\"", "\"five\"", "\"PT5S\"", "\"1d2h\"", "\"99999999999999999999s\"", "\"1000001d\"",
                    "\"99999999999d\"", "5", "5.0",
                    "true", "[\"5s\"]", "07:32:00"})
    void whatIsNoTimeIsRefused(String value) {
        assertThat(problems("limits.idle = " + value)).isEqualTo("chatd.toml:1:1: idle is a time above zero in quotes, "
                + "like \"250ms\", \"30s\", \"2m\", \"1h\" or \"7d\"; at most \"1000000d\"");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThat(problems("""
                motd = 5
                listen = ["a:b", "c:d"]
                moted = "hi"

                [limits]
                idel = "5s"
                hello = 5
                """)).hasLineCount(6).contains("chatd.toml:1:1: motd ", "chatd.toml:2:1: listen ", "\"b\"", "\"d\"",
                "chatd.toml:3:1: moted is not a key at the top level; did you mean motd?",
                "chatd.toml:6:1: idel is not a key in [limits]; did you mean idle?",
                "chatd.toml:7:1: hello is a time ");
    }

    @Test
    void whatIsNoTomlIsNamedWithItsPlace() {
        assertThat(problems("motd = \"hi\"\nname = \n[limits\n")).startsWith("chatd.toml:2:8: ")
                .contains("chatd.toml:3:").doesNotContain("Exception");
        assertThat(problems("motd = \"a\"\nmotd = \"b\"\n")).startsWith("chatd.toml:2:1: ");
    }

    @Test
    void aFileIsReadUnderItsName(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("my.toml"), "motd = \"✓\"\n");
        assertThat(ConfigFile.read(file).settings().motd()).isEqualTo("✓");
        Files.writeString(file, "motd = 5\n");
        assertThat(problem(file)).isEqualTo(file + ":1:1: motd is a text in quotes");
    }

    @Test
    void aFileThatCannotBeReadIsSaidToBe(@TempDir Path folder) throws Exception {
        Path missing = folder.resolve("missing.toml");
        Path latin1 = Files.write(folder.resolve("latin1.toml"), "motd = \"ä\"".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(problem(missing)).isEqualTo("there is no configuration file " + missing);
        assertThat(problem(latin1)).isEqualTo(latin1 + ": is not UTF-8, which TOML has to be");
        assertThat(problem(folder)).isEqualTo("the configuration file " + folder + " cannot be read: Is a directory");
    }

    @Test
    void anotherPortIsOnTheSameHost() throws ConfigInvalid {
        Config config = ConfigFile.parse("chatd.toml", "listen = [\"0.0.0.0:7000\", \"[::1]:7001\"]");

        assertThat(config.onPort(0).listen()).containsExactly(Listening.plain(new Address("0.0.0.0", 0)));
        assertThat(Config.standard().onPort(5).listen()).containsExactly(Listening.plain(new Address("127.0.0.1", 5)));
    }

    static RoomName room(String name) {
        return ((RoomName.Valid) RoomName.read(name)).room();
    }

    private static String problems(String toml) {
        return catchThrowableOfType(ConfigInvalid.class, () -> ConfigFile.parse("chatd.toml", toml)).getMessage();
    }

    private static String problem(Path file) {
        return catchThrowableOfType(ConfigInvalid.class, () -> ConfigFile.read(file))
                .getMessage();
    }
}
