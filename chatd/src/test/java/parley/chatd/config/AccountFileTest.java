package parley.chatd.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chatd.accounts.Argon2Hash;
import parley.chatd.accounts.ScramVerifier;
import parley.protocol.Password;

class AccountFileTest {

    private static final Password NEW = new Password("correct horse");
    private static final Argon2Hash HASH = Argon2Hash.of(NEW);
    private static final String OLD = Argon2Hash.of(new Password("battery staple")).text();

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void file() {
        file = folder.resolve("chatd.toml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "motd = \"hi\"", "# only this\n", "[accounts.bob]\npassword = \"OLD\"\n",
            "[accounts.alice]\npassword = \"OLD\"\noperator = true\n",
            "[accounts.alice]\npassword='OLD' # mine\n[log]\n",
            "[accounts.alice]\ncertificates = [\"FINGERPRINT\"]\n",
            "[accounts]\nalice = { password = \"OLD\", operator = true }\n",
            "[accounts]\nalice.password = \"OLD\"\n"})
    void theAccountHasThePasswordAndAllElseIsAsItWas(String before) throws Exception {
        String text = before.replace("OLD", OLD).replace("FINGERPRINT", "0".repeat(64));
        Files.writeString(file, text);
        AccountFile.setPassword(file, "alice", HASH);

        Config config = ConfigFile.parse("test", Files.readString(file));
        assertThat(config.settings().accounts().get("alice").password().matches(NEW)).isTrue();
        List<String> kept = text.lines().filter(line -> !line.contains("assword")).toList();
        assertThat(Files.readAllLines(file)).containsAll(kept);
        assertThat(text.contains("operator")).isEqualTo(Files.readString(file).contains("operator"));
        assertThat(Files.readString(file).contains("[accounts.bob]")).isEqualTo(text.contains("[accounts.bob]"));
    }

    @Test
    void theFileKeepsItsPermissionsAndNothingIsLeftBeside() throws Exception {
        Files.writeString(file, "");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        AccountFile.setPassword(file, "alice", HASH);

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
        assertThat(folder.toFile().list()).containsExactly("chatd.toml");
    }

    @Test
    void aFileThatIsWrongStaysAsItIs() throws Exception {
        Files.writeString(file, "mtd = 7\n");

        assertThatThrownBy(() -> AccountFile.setPassword(file, "alice", HASH)).isInstanceOf(ConfigInvalid.class);
        assertThat(file).hasContent("mtd = 7\n");
    }

    @Test
    void whatIsPrintedIsAnAccount() throws Exception {
        for (String nick : List.of("alice", "Zoë.k")) {
            assertThat(ConfigFile.parse("test", AccountFile.table(nick, HASH)).settings().accounts()).hasSize(1);
        }
        ScramVerifier verifier = ScramVerifier.of(NEW);
        assertThat(ConfigFile.parse("test", AccountFile.table("bob", verifier)).settings().accounts().get("bob")
                .password()).isEqualTo(verifier);
    }
}
