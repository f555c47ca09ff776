package parley.chatc.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.chatc.text.Pieces;

class WholeInputTest {

    private final List<String> notes = new ArrayList<>();

    private String read(byte[] bytes) throws IOException {
        return WholeInput.read(new ByteArrayInputStream(bytes), notes::add);
    }

    @ParameterizedTest
    @CsvSource({"'one\n two\t\n','one\n two\t'", "'one\n\n','one\n'", "'one\r\ntwo\r\n','one\r\ntwo'", "'one','one'",
            "'\n',''", "'',''"})
    void only_the_line_end_at_the_end_is_not_sent(String input, String text) throws IOException {
        assertThat(read(input.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
        assertThat(notes).isEmpty();
    }

    @Test
    void what_fits_exactly_is_whole_and_what_does_not_can_be_told() throws IOException {
        String most = "x".repeat(Pieces.MAX_BYTES);
        assertThat(read((most + "\r\n").getBytes(StandardCharsets.UTF_8))).isEqualTo(most);
        assertThat(Pieces.fits(read((most + "x").getBytes(StandardCharsets.UTF_8)))).isFalse();
        assertThat(Pieces.fits(read((most + "x".repeat(100_000)).getBytes(StandardCharsets.UTF_8)))).isFalse();
    }

    @Test
    void what_no_message_can_hold_is_changed_and_said() throws IOException {
        assertThat(read("a\0\u00e9".getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("a\ufffd\ufffd");
        assertThat(notes).containsExactly("the input is not UTF-8; its stray bytes are sent as U+FFFD",
                "the input has a NUL character, which no message can have; it is sent as U+FFFD");
    }
}
