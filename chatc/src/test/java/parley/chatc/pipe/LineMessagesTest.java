package parley.chatc.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.chatc.pipe.Messages.Message;

class LineMessagesTest {

    private final List<String> notes = new ArrayList<>();

    private List<Message> messages(byte[] input) throws Exception {
        Messages source = LineMessages.of(new ByteArrayInputStream(input), notes::add);
        List<Message> messages = new ArrayList<>();
        for (Message message = source.next(); message != null; message = source.next()) {
            messages.add(message);
        }
        return messages;
    }

    private List<String> texts(String input) throws Exception {
        return messages(input.getBytes(StandardCharsets.UTF_8)).stream().map(Message::text).toList();
    }

    @Test
    void lines_are_sent_as_they_are_and_empty_ones_are_not() throws Exception {
        assertThat(texts("one\n\n  two\t \r\n\r\n\u001b[31mthree")).containsExactly("one", "  two\t ",
                "\u001b[31mthree");
        assertThat(notes).isEmpty();
    }

    @Test
    void a_message_knows_its_line() throws Exception {
        assertThat(messages("a\n\nb\n".getBytes(StandardCharsets.UTF_8))).containsExactly(new Message(1, "a"),
                new Message(3, "b"));
    }

    @Test
    void bytes_that_are_not_utf8_do_not_stop_the_pipe_and_are_noted_once() throws Exception {
        byte[] latin = "ok\ncaf\u00e9\nna\u00efve\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(messages(latin)).extracting(Message::text).containsExactly("ok", "caf\ufffd", "na\ufffdve");
        assertThat(notes).singleElement().asString().startsWith("line 2 is not UTF-8");
    }

    @Test
    void a_nul_is_replaced_and_noted_once() throws Exception {
        assertThat(texts("a\0b\n\0\n")).containsExactly("a\ufffdb", "\ufffd");
        assertThat(notes).singleElement().asString().startsWith("line 1 has a NUL");
    }

    @Test
    void a_long_line_is_sent_in_several_and_noted_once() throws Exception {
        String line = "0123456789".repeat(2000);
        assertThat(String.join("", texts("short\n" + line + "\n" + line + "\n"))).isEqualTo("short" + line + line);
        assertThat(notes).singleElement().asString().startsWith("line 2 is longer than a message (8192 bytes)");
    }

    @Test
    void a_line_that_json_spells_longer_is_sent_in_several_too() throws Exception {
        String line = "\u001b".repeat(8000);
        assertThat(texts(line)).hasSizeGreaterThan(1);
        assertThat(notes).hasSize(1);
    }

    @Test
    void a_line_is_there_as_soon_as_its_end_is() throws Exception {
        try (PipedOutputStream input = new PipedOutputStream(); PipedInputStream in = new PipedInputStream(input)) {
            Messages source = LineMessages.of(in, notes::add);
            input.write("first\nseco".getBytes(StandardCharsets.UTF_8));
            input.flush();
            assertThat(source.next()).isEqualTo(new Message(1, "first"));
            input.write("nd\n".getBytes(StandardCharsets.UTF_8));
            input.flush();
            assertThat(source.next()).isEqualTo(new Message(2, "second"));
        }
    }
}
