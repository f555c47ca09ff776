package parley.chatc.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import parley.chatc.text.Sought;
import parley.protocol.Cursor;
import parley.protocol.Event.Said;

class RecipeTest {

    private static final Said SAID =
            new Said("#lobby", new Cursor("7"), "bob", "ab", Instant.parse("2026-01-31T12:00:00.123Z"), false);

    @Test
    void a_command_gets_the_message_and_the_environment_but_no_secret_and_nothing_of_another_match() throws Exception {
        Map<String, String> environment = Map.of("OTHER", "kept", "CHATC_SERVER", "h:1", "CHATC_NICK", "bot",
                "CHATC_PASSWORD", "secret", "CHATC_PASSWORD_FILE", "file", "CHATC_MATCH_2", "old");
        Recipe recipe = new Recipe(List.of("/usr/bin/env"), environment, Duration.ofSeconds(10));
        Process process = recipe.start(Match.of(SAID, new Sought(Pattern.compile("(x)?b"), note -> {
        })).orElseThrow());
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines())
                .containsExactlyInAnyOrder("OTHER=kept", "CHATC_SERVER=h:1", "CHATC_ROOM=#lobby", "CHATC_FROM=bob",
                        "CHATC_TEXT=ab", "CHATC_CURSOR=7", "CHATC_AT=2026-01-31T12:00:00.123Z", "CHATC_MATCH=b",
                        "CHATC_MATCH_1=");
    }
}
