package parley.chatc.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoughtTest {

    private final List<String> notes = new ArrayList<>();

    private Sought sought(String pattern) {
        return new Sought(Pattern.compile(pattern), notes::add);
    }

    @Test
    void it_finds_what_the_expression_finds_and_its_groups() {
        assertThat(sought("b(.)(x)?").in("abc", "bob")).hasValueSatisfying(found -> {
            assertThat(found.group()).isEqualTo("bc");
            assertThat(found.group(1)).isEqualTo("c");
            assertThat(found.group(2)).isNull();
        });
        assertThat(sought("^b").in("abc", "bob")).isEmpty();
        assertThat(notes).isEmpty();
    }

    @ParameterizedTest
    @Timeout(20)
    @CsvSource({"(a+)+$", "(a|aa)+$", "(a|b|ab)*c", "(.*)*x", "(\\w+\\s?)+$", "(?:a|a?)+b"})
    void a_text_made_for_it_does_not_keep_it_busy(String pattern) {
        Sought sought = sought(pattern);
        String text = "a".repeat(8000) + "!";
        assertThat(sought.in(text, "mal\u001blory")).isEmpty();
        assertThat(sought.in(text, "eve")).isEmpty();
        assertThat(notes).as("one note, of the first").containsExactly("looking for " + pattern
                + " in what mal\u241blory said took too long and was given up; messages like that count as without it");
        assertThat(sought.in("abc", "bob").isPresent()).as("it goes on").isEqualTo(Pattern.compile(pattern)
                .matcher("abc").find());
    }

    @Test
    void a_long_message_is_looked_through_to_its_end() {
        assertThat(sought("needle \\d+").in("hay ".repeat(2000) + "needle 7", "bob")).isPresent();
        assertThat(sought("(?i)\\b(error|failed)\\b.*$").in("x ".repeat(4000) + "Failed at last", "bob")).isPresent();
    }
}
