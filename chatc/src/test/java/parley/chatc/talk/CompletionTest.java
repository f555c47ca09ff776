package parley.chatc.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.chatc.talk.Completion.Proposal;

class CompletionTest {

    private static final Known KNOWN =
            new Known(List.of("bob", "Bert", "carol"), List.of("bob", "Bert", "carol", "dan"),
                    List.of("#dev", "#lobby"));

    private static Stream<String> words(String typed) {
        return Completion.of(typed, KNOWN).stream().map(Proposal::word);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/jo | /join", "/T | /topic", "b | bob: Bert:", "B | bob: Bert:",
            "hello ca | carol", "see #d | #dev", "#l | #lobby", "'' | ''", "'hello ' | ''", "x | ''", "//b | ''",
            "//x b | bob Bert", "/join | /join", "'/join ' | #dev #lobby", "'/join #l' | #lobby",
            "'/who ' | #dev #lobby",
            "'/msg ' | bob Bert carol dan", "/msg d | dan", "/msg bob ca | carol", "'/msg bob ' | ''",
            "'/leave ' | #dev #lobby", "/leave #dev bo | bob", "/topic ca | carol", "/nick b | ''", "'/rooms ' | ''",
            "/nosuch b | ''", "'/server ' | kick ban unban mute unmute bans", "/server ki | kick",
            "/server kick ca | carol", "/server ban b | bob Bert", "'/server kick bob ' | ''"})
    void a_word_goes_on(String typed, String words) {
        assertThat(words(typed)).containsExactly(words.isEmpty() ? new String[0] : words.split(" "));
    }

    @Test
    void a_slash_alone_proposes_every_command_with_its_help() {
        assertThat(Completion.of("/", KNOWN)).hasSameSizeAs(SlashCommands.ALL).contains(
                new Proposal("/quit", "says goodbye"));
    }
}
