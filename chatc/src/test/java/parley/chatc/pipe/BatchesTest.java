package parley.chatc.pipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parley.chatc.pipe.Messages.Message;
import parley.chatc.text.Pieces;

class BatchesTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final FakeLater later = new FakeLater();
    /** Handed over one by one: when the second is taken, the first has been added. */
    private final BlockingQueue<Message> input = new SynchronousQueue<>();
    private final Messages typed = Batches.of(this::next, SECOND, later);
    private long line;

    private @Nullable Message next() throws IOException, InterruptedException {
        Message message = input.take();
        return switch (message.text()) {
            case "END" -> null;
            case "BREAK" -> throw new IOException("broken");
            default -> message;
        };
    }

    private void type(String... lines) throws InterruptedException {
        for (String text : lines) {
            input.put(new Message(++line, text));
        }
    }

    private static List<Message> all(List<Message> lines) throws Exception {
        BlockingQueue<Message> left = new LinkedBlockingQueue<>(lines);
        Messages batches = Batches.of(left::poll, SECOND, new FakeLater());
        List<Message> messages = new ArrayList<>();
        for (Message message = batches.next(); message != null; message = batches.next()) {
            messages.add(message);
        }
        return messages;
    }

    private static List<Message> lines(String... texts) {
        List<Message> lines = new ArrayList<>();
        Arrays.stream(texts).forEach(text -> lines.add(new Message(lines.size() + 1, text)));
        return lines;
    }

    @Test
    void lines_that_come_within_the_time_are_one_message() throws Exception {
        type("one", "two", "three");
        assertThat(later.pass()).isEqualTo(SECOND);
        assertThat(typed.next()).isIn(new Message(1, "one\ntwo"), new Message(1, "one\ntwo\nthree"));
    }

    @Test
    void what_comes_after_it_is_the_next_message() throws Exception {
        type("one");
        later.pass();
        assertThat(typed.next()).isEqualTo(new Message(1, "one"));
        type("two");
        later.pass();
        assertThat(typed.next()).isEqualTo(new Message(2, "two"));
    }

    @Test
    void the_end_of_the_input_waits_for_no_time() throws Exception {
        type("one", "two", "END");
        assertThat(typed.next()).isEqualTo(new Message(1, "one\ntwo"));
        assertThat(typed.next()).isNull();
    }

    @Test
    void input_that_breaks_gives_what_came_before() throws Exception {
        type("one", "BREAK");
        assertThat(typed.next()).isEqualTo(new Message(1, "one"));
        assertThatThrownBy(typed::next).isInstanceOf(IOException.class).hasMessage("broken");
    }

    @Test
    void a_message_takes_no_more_than_fits() throws Exception {
        String long1 = "a".repeat(5000);
        String long2 = "b".repeat(Pieces.MAX_BYTES - 1 - 5000);
        assertThat(all(lines(long1, long2, "c"))).containsExactly(new Message(1, long1 + "\n" + long2),
                new Message(3, "c"));
        assertThat(all(lines(long1, long2 + "b", "c"))).containsExactly(new Message(1, long1),
                new Message(2, long2 + "b\nc"));
    }

    @Test
    void empty_lines_stay_between_others_and_are_left_out_around_them() throws Exception {
        assertThat(all(lines("", "", "one", "", "two", "", ""))).containsExactly(new Message(3, "one\n\ntwo"));
        assertThat(all(lines("", ""))).isEmpty();
    }

    @Test
    void the_pieces_of_a_long_line_have_no_line_end_between_them() throws Exception {
        assertThat(all(List.of(new Message(1, "long"), new Message(1, "er"), new Message(2, "next"))))
                .containsExactly(new Message(1, "longer\nnext"));
    }
}
