package parley.chatc.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {

    private static final int ZWNJ = 0x200c;
    private static final int ZWJ = 0x200d;

    private static IntStream everyCodePoint() {
        return IntStream.rangeClosed(0, Character.MAX_CODE_POINT);
    }

    private static boolean mayReachTerminals(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\t';
            case Character.FORMAT -> c == ZWJ || c == ZWNJ;
            case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> (c & 0xfffe) != 0xfffe && (c < 0xfdd0 || c > 0xfdef);
        };
    }

    @Test
    void nothing_but_text_comes_through_of_any_character() {
        assertThat(everyCodePoint().filter(c -> !SafeText.line("a" + Character.toString(c) + "b").codePoints()
                .allMatch(SafeTextTest::mayReachTerminals)).boxed()).isEmpty();
    }

    @Test
    void every_character_that_is_text_stays() {
        assertThat(everyCodePoint().filter(SafeTextTest::mayReachTerminals)
                .filter(c -> !SafeText.line(Character.toString(c)).equals(Character.toString(c))).boxed()).isEmpty();
    }

    @Test
    void of_a_line_of_the_screen_the_same_holds_and_it_has_no_tab() {
        assertThat(everyCodePoint().filter(c -> !SafeText.lines("a" + Character.toString(c) + "b").stream()
                .flatMapToInt(String::codePoints).allMatch(it -> it != '\t' && mayReachTerminals(it))).boxed())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'\u001b]0;title\u0007', ␛]0;title␇", "'\u001b[2J', ␛[2J", "'10%\r20%', 10%␍20%", "'\u0000', ␀",
            "'\u007f', ␡", "'\u009b31m', \ufffd31m", "'b\u0008', b␈", "'\ufffe', \ufffd"})
    void what_a_terminal_would_obey_is_shown_instead(String hostile, String shown) {
        assertThat(SafeText.line(hostile)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069",
            "\u200e", "\u200f", "\u061c", "\u200b", "\u2060", "\ufeff", "\u00ad"})
    void what_has_no_form_but_changes_others_is_left_out(String format) {
        assertThat(SafeText.line("abc" + format + "gnp.exe")).isEqualTo("abcgnp.exe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"👨‍👩‍👧‍👦", "❤️", "👍🏽", "🇩🇪", "🏴‍☠️", "e\u0301", "日本語", "שלום", "می‌خواهم", "𝔘𝔫𝔦"})
    void words_and_emoji_stay_whole(String text) {
        assertThat(SafeText.line(text)).isEqualTo(text);
        assertThat(SafeText.lines(text)).containsExactly(text);
    }

    @Test
    void the_colours_of_a_log_are_left_out_and_nothing_else_of_what_begins_like_them() {
        assertThat(SafeText.line("\u001b[1;31mERROR\u001b[0m \u001b[38:5:208mhot\u001b[m")).isEqualTo("ERROR hot");
        assertThat(SafeText.lines("\u001b[32mok\u001b[m")).containsExactly("ok");
        assertThat(SafeText.line("\u001b[31")).isEqualTo("␛[31");
        assertThat(SafeText.line("\u001b[31\u001b[2Jm")).isEqualTo("␛[31␛[2Jm");
        assertThat(SafeText.line("\u001b[\u001b[31m2J")).doesNotContain("\u001b");
    }

    @Test
    void half_a_character_is_replaced() {
        assertThat(SafeText.line("a\ud83d")).isEqualTo("a\ufffd");
        assertThat(SafeText.line("\ude00a")).isEqualTo("\ufffda");
    }

    @Test
    void a_line_end_is_seen_on_one_line_and_ends_one_on_several() {
        assertThat(SafeText.line("one\ntwo\r\nthree\n")).isEqualTo("one⏎two⏎three⏎");
        assertThat(SafeText.lines("one\ntwo\r\nthree\n")).containsExactly("one", "two", "three");
        assertThat(SafeText.lines("one\n\ntwo")).containsExactly("one", "", "two");
        assertThat(SafeText.lines("")).containsExactly("");
        assertThat(SafeText.lines("\n")).isEqualTo(List.of(""));
    }

    @Test
    void a_tab_stays_in_a_pipe_and_becomes_blanks_on_a_screen() {
        assertThat(SafeText.line("a\tb")).isEqualTo("a\tb");
        assertThat(SafeText.lines("a\tb")).containsExactly("a    b");
    }

    @Test
    void json_means_the_same_and_has_nothing_a_terminal_would_obey() {
        String hostile = "\u009b2J\u202ea\u200b\ufeff\u007f\ufffe\udbff\udfff ok 👨‍👩‍👧";
        String line = new JsonPrimitive(hostile).toString();
        assertThat(SafeText.json(line).codePoints()).allMatch(SafeTextTest::mayReachTerminals);
        assertThat(JsonParser.parseString(SafeText.json(line)).getAsString()).isEqualTo(hostile);
        assertThat(SafeText.json("{\"text\":\"plain 日本\"}")).isEqualTo("{\"text\":\"plain 日本\"}");
    }
}
