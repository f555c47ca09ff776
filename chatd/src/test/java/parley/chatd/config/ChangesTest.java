package parley.chatd.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tomlj.Toml;

class ChangesTest {

    /** Every other key has its change said to hold at once, so somebody has to have made it so. */
    private static final Set<String> HOLD_AT_ONCE = Set.of("name", "motd", "rooms", "accounts", "limits", "log",
            "irc");

    @Test
    void namesWhatIsDifferentNewOrGone() {
        String before = "motd = \"a\"\nrooms = [\"#x\"]\n[limits]\nidle = \"2m\"\nrecall = 5\n";
        String after = "motd = \"b\"\nrooms = [\"#x\"]\n[limits]\nidle = \"3m\"\nhello = \"1s\"\n";

        assertThat(Changes.between(before, after))
                .isEqualTo(new Changes(List.of("limits.hello", "limits.idle", "limits.recall", "motd"), List.of()));
    }

    @Test
    void whatIsOpenedAtTheStartTakesARestart() {
        assertThat(Changes.between("listen = [\"127.0.0.1:1\"]\nmotd = \"a\"\n[history]\nage = \"1d\"",
                "listen = [\"127.0.0.1:2\"]\nmotd = \"a\"\n[history]\nage = \"2d\""))
                .isEqualTo(new Changes(List.of(), List.of("history.age", "listen")));
    }

    @Test
    void theOrderOfKeysAndSpacesAndCommentsAreNoChange() {
        assertThat(Changes.between("name = \"a\"\nrooms = [\"#x\", \"#y\"]", "rooms=[\"#x\",\"#y\"] # two\nname='a'"))
                .isEqualTo(new Changes(List.of(), List.of()));
    }

    @Test
    void everyKeyThereIsIsOneOrTheOther() throws ConfigInvalid {
        Set<String> all = new TreeSet<>(HOLD_AT_ONCE);
        all.addAll(Changes.OPENED_AT_START);
        String withoutTables =
                ConfigFile.text(ExampleTest.EXAMPLE).replaceAll("(?ms)^# \\[\\[(listen|rooms).*?\n\n", "");
        assertThat(Toml.parse(withoutTables.replaceAll("(?m)^# (\\w+ = |\\[)", "$1")).keySet()).isEqualTo(all);
    }
}
