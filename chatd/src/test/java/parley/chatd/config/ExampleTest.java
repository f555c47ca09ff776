package parley.chatd.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example is the reference of the configuration: it has every key, with the value that it has anyway. */
class ExampleTest {

    static final Path EXAMPLE = Path.of("chatd.example.toml");

    @Test
    void saysWhatHoldsWithoutIt() throws Exception {
        assertThat(ConfigFile.read(EXAMPLE)).isEqualTo(Config.standard());
    }

    private static final String FINGERPRINT = "0000000000000000000000000000000000000000000000000000000000000000";

    @ParameterizedTest
    @ValueSource(strings = {"", "[[listen]]\naddress = \"127.0.0.1:0\"\n", "[limits]\n", "[history]\n",
            "[[rooms]]\nname = \"#a\"\n", "[accounts.a]\ncertificates = [\"" + FINGERPRINT + "\"]\n", "[log]\n",
            "[metrics]\n", "[irc]\n"})
    void hasEveryKey(String section) throws Exception {
        String example = Files.readString(EXAMPLE);
        assertThat(keys(section)).isNotEmpty()
                .allSatisfy(
                        key -> assertThat(example)
                                .containsPattern("(?m)^(# )?\\[?" + Pattern.quote(key) + "( =|\\]|\\.)"));
    }

    /** The keys there are, as the complaint about one that is not lists them. */
    private static List<String> keys(String section) {
        ConfigInvalid complaint = catchThrowableOfType(ConfigInvalid.class,
                () -> ConfigFile.parse("test", section + "no_such_key_at_all = 1"));
        String list = complaint.getMessage().replaceAll("(?s).*there are ", "");
        return Pattern.compile(", ").splitAsStream(list).toList();
    }
}
