package parley.chatc.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.protocol.Command;
import parley.protocol.Request;
import parley.protocol.json.JsonLines;

class PiecesTest {

    /** What a server takes that nobody has configured otherwise. */
    private static final int TEXT_BYTES = 8192;
    private static final int LINE_BYTES = 16 * 1024;
    private static final String LONG_ROOM = "#" + "r".repeat(63);

    private static void fits(String piece) {
        assertThat(piece.getBytes(StandardCharsets.UTF_8).length).isBetween(1, TEXT_BYTES);
        String line = JsonLines.write(new Request("1234567890", new Command.Say(LONG_ROOM, piece)));
        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(LINE_BYTES);
    }

    @Test
    void a_text_that_fits_stays_whole() {
        assertThat(Pieces.of("hello")).containsExactly("hello");
        assertThat(Pieces.of("x".repeat(TEXT_BYTES))).hasSize(1);
        assertThat(Pieces.of("x".repeat(TEXT_BYTES + 1))).hasSize(2);
        assertThat(Pieces.of("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "é", "日", "🙂", "\"", "\\", "\u001b", "\t", "\u2028", "a🙂", "ab日"})
    void pieces_are_as_long_as_a_message_may_be_and_make_up_the_text(String pattern) {
        String text = pattern.repeat(20_000);
        List<String> pieces = Pieces.of(text);
        assertThat(pieces).allSatisfy(PiecesTest::fits);
        assertThat(String.join("", pieces)).isEqualTo(text);
        assertThat(pieces).noneMatch(piece -> Character.isLowSurrogate(piece.charAt(0)));
    }

    @RepeatedTest(50)
    void any_text_comes_out_as_it_went_in(RepetitionInfo info) {
        String text = new Random(info.getCurrentRepetition()).ints(30_000, 0, 0x2fff)
                .map(c -> c > 0x2f00 ? 0x1f600 + c % 64 : c).mapToObj(Character::toString)
                .collect(Collectors.joining());
        List<String> pieces = Pieces.of(text);
        assertThat(pieces).allSatisfy(PiecesTest::fits);
        assertThat(String.join("", pieces)).isEqualTo(text);
    }
}
