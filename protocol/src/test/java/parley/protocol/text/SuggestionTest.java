package parley.protocol.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuggestionTest {

    private static final List<String> KNOWN = List.of("listen", "limits", "motd", "rooms", "idle");

    @ParameterizedTest
    @CsvSource({"listn, listen", "lisen, listen", "listten, listen", "liztem, listen", "limit, limits", "mtd, motd",
            "modt, motd", "omtd, motd",
            "room, rooms", "Rooms, rooms", "lis, listen", "mo, motd", "idle, idle", "dle, idle"})
    void theNearestWordIsFound(String word, String meant) {
        assertThat(Suggestion.nearest(word, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "colour", "md", "li", "LISTEN", "moderation"})
    void whatIsFarFromEveryWordHasNoSuggestion(String word) {
        assertThat(Suggestion.nearest(word, KNOWN)).isEmpty();
    }
}
