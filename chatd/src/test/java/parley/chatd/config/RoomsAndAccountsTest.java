package parley.chatd.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.chatd.accounts.Argon2Hash;
import parley.chatd.core.Account;
import parley.chatd.core.AddressRange;
import parley.chatd.core.Settings.StandingRoom;
import parley.chatd.engine.Retention;
import parley.protocol.Access;
import parley.protocol.Password;
import parley.protocol.Role;
import parley.protocol.RoomChange;

class RoomsAndAccountsTest {

    private static final String FINGERPRINT = "0123456789abcdef".repeat(4);
    /** With the dots as a letter of their own, as all names are compared. */
    private static final String ZOE = "zoe\u0308.k";
    private static final String ACCOUNTS = """
            [accounts.alice]
            password = "%s"
            operator = true
            [accounts."Zoë.k"]
            certificates = ["%s"]
            """.formatted(Argon2Hash.of(new Password("correct horse")).text(), FINGERPRINT.toUpperCase(Locale.ROOT)
            .replaceAll("..(?!$)", "$0:"));

    @Test
    void anAccountHasAPasswordOrCertificates() throws Exception {
        Map<String, Account> accounts = ConfigFile.parse("test", ACCOUNTS).settings().accounts();

        assertThat(accounts).containsOnlyKeys("alice", ZOE);
        assertThat(accounts.get("alice")).satisfies(alice -> {
            assertThat(alice.operator()).isTrue();
            assertThat(alice.password().matches(new Password("correct horse"))).isTrue();
            assertThat(alice.password().matches(new Password("battery staple"))).isFalse();
        });
        assertThat(accounts.get(ZOE).certificates()).isEqualTo(Set.of(FINGERPRINT));
        assertThat(accounts.toString()).doesNotContain("argon2id");
    }

    @Test
    void aRoomMayBeATable() throws Exception {
        Config config = ConfigFile.parse("test", """
                rooms = ["#lobby", { name = "#Staff", everyone = false, topic = "Us", access = "members-only",
                    moderated = true, topic_locked = true, hidden = true, limit = 9, key = "sesame",
                    members = ["zoë.k"], operators = ["Alice"], messages = 10, age = "1d" }]
                """ + ACCOUNTS);

        assertThat(config.settings().rooms()).containsExactly(StandingRoom.open(ConfigFileTest.room("#lobby")),
                new StandingRoom(ConfigFileTest.room("#Staff"), false, "Us",
                        new RoomChange(Access.MEMBERS_ONLY, true, true, true, 9, new Password("sesame")),
                        Map.of(ZOE, Role.MEMBER, "alice", Role.OPERATOR)));
        assertThat(config.history().retentions().byRoom())
                .isEqualTo(Map.of("#staff", new Retention(10, Duration.ofDays(1))));
    }

    @Test
    void thereMayBeNoRoomAtAll() throws Exception {
        assertThat(ConfigFile.parse("test", "rooms = []").settings().rooms()).isEmpty();
    }

    @Test
    void someMayComeFromAnywhere() throws Exception {
        Config config = ConfigFile.parse("test", "[limits]\nexempt = [\"10.0.0.0/8\", \"2001:db8::1\"]\n"
                + "commands_per_second = 3\nburst = 7");

        List<AddressRange> exempt = List.of(AddressRange.read("10.0.0.0/8").orElseThrow(),
                AddressRange.read("2001:db8::1").orElseThrow());
        assertThat(config.settings().limits().pace().exempt()).isEqualTo(exempt);
        assertThat(config.settings().limits().pace().perSecond()).isEqualTo(3);
        assertThat(config.settings().limits().pace().burst()).isEqualTo(7);
        assertThat(config.bounds().exempt()).isEqualTo(exempt);
    }

    @Test
    void whatIsWrongIsNamedOnce() {
        assertThatThrownBy(() -> ConfigFile.parse("test", "[limits]\nexempt = [\"x\"]")).message().hasLineCount(1);
        assertThatThrownBy(() -> ConfigFile.parse("test", "[accounts.ann]\npassword = \"x\"")).message()
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [accounts.alice]\\npassword = "secret"          | test:2:1: password is what "chatd passwd alice" makes of a
            [accounts.alice]\\npassword = "SCRAM-SHA-256$4096:YQ==$YQ==:YQ=="  | test:2:1: password is no whole SCRAM verifier: that is SCRAM-SHA-256$ITERATIONS:SALT$STOREDKEY:SERVERKEY, with 4096 to
            [accounts.alice]                               | test:1:1: [accounts.alice] has no way to log in
            [accounts."a b"]                               | test:1:1: [accounts.a b] is no nick
            [accounts]\\nalice = 7                          | alice is a table: write [alice]
            [accounts.alice]\\ncertificates = ["ab"]        | test:2:1: certificates is a list of SHA-256 fingerprints
            [accounts.alice]\\nopertor = true               | test:2:1: opertor is not a key in [accounts.alice]; did you mean operator?
            [[rooms]]\\nname = "staff"                      | test:2:1: name has "staff", but a room's name begins with #
            [[rooms]]\\ntopic = "x"                         | name has "", but a room's name begins with #
            [[rooms]]\\nname = "#a"\\naccess = "closed"      | test:3:1: access is one of "open", "invite-only", "members-only"
            [[rooms]]\\nname = "#a"\\noperators = ["alice"]  | test:3:1: operators has "alice", which is no account
            [[rooms]]\\nname = "#a"\\nmoderated = "yes"      | test:3:1: moderated is true or false
            [[rooms]]\\nname = "#a"\\nvoices = ["zed"]     | test:3:1: voices has "zed", which is no account; write an [accounts.zed] for it
            [[rooms]]\\nname = "#a"\\nvoices = 7            | test:3:1: voices is a list of
            rooms = ["#a", "#A"]                           | test:1:1: rooms has #A twice
            [limits]\\nexempt = ["10.0.0.0/99"]             | test:2:1: exempt is a list of addresses and networks
            [limits]\\nburst = 0                            | test:2:1: burst is a whole number from 1
            """)
    void whatIsWrongIsNamed(String text, String problem) {
        assertThatThrownBy(() -> ConfigFile.parse("test", text.replace("\\n", "\n"))).isInstanceOf(ConfigInvalid.class)
                .hasMessageContaining(problem).message().doesNotContain("secret");
    }
}
