package parley.chatc.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import parley.chatc.pipe.InputLines.Chunk;

class InputLinesTest {

    private static final int BOUND = 8;

    private static List<Chunk> chunks(InputStream in) throws IOException {
        InputLines lines = new InputLines(in, BOUND);
        List<Chunk> chunks = new ArrayList<>();
        for (Chunk chunk = lines.next(); chunk != null; chunk = lines.next()) {
            chunks.add(chunk);
        }
        return chunks;
    }

    private static List<Chunk> chunks(String text) throws IOException {
        return chunks(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(Chunk chunk) {
        return StandardCharsets.UTF_8.decode(chunk.bytes().duplicate()).toString();
    }

    private static List<String> texts(String input) throws IOException {
        return chunks(input).stream().map(InputLinesTest::text).toList();
    }

    @Test
    void a_line_ends_at_its_newline_and_the_last_where_the_input_does() throws IOException {
        assertThat(texts("one\ntwo\nthree")).containsExactly("one", "two", "three");
        assertThat(texts("one\n")).containsExactly("one");
        assertThat(texts("")).isEmpty();
        assertThat(texts("\n\na\n")).containsExactly("", "", "a");
    }

    @Test
    void of_what_comes_before_the_newline_one_carriage_return_is_part_of_the_end() throws IOException {
        assertThat(texts("one\r\ntwo\r\r\n3\r4\n\r\n5\r")).containsExactly("one", "two\r", "3\r4", "", "5\r");
    }

    @Test
    void a_long_line_comes_in_chunks_that_say_so() throws IOException {
        assertThat(chunks("a\n0123456789abcdefXY\nb")).extracting(InputLinesTest::text, Chunk::line, Chunk::continued)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("a", 1L, false),
                        org.assertj.core.groups.Tuple.tuple("01234567", 2L, false),
                        org.assertj.core.groups.Tuple.tuple("89abcdef", 2L, true),
                        org.assertj.core.groups.Tuple.tuple("XY", 2L, true),
                        org.assertj.core.groups.Tuple.tuple("b", 3L, false));
    }

    @Test
    void a_line_of_exactly_the_bound_is_one_chunk_whatever_its_end() throws IOException {
        assertThat(texts("01234567\n01234567\r\n01234567")).containsExactly("01234567", "01234567", "01234567");
        assertThat(texts("012345678\r\nx")).containsExactly("01234567", "8", "x");
        assertThat(texts("012345678")).containsExactly("01234567", "8");
    }

    @Test
    void no_character_is_cut_in_two() throws IOException {
        assertThat(texts("1234567éx")).containsExactly("1234567", "éx");
        assertThat(texts("123456日本")).containsExactly("123456", "日本");
        assertThat(texts("12345🙂🙂")).containsExactly("12345", "🙂🙂");
        assertThat(texts("🙂🙂🙂")).containsExactly("🙂🙂", "🙂");
    }

    @RepeatedTest(200)
    void whatever_bytes_come_however_they_come_none_is_lost(RepetitionInfo info) throws IOException {
        Random random = new Random(info.getCurrentRepetition());
        byte[] bytes = new byte[random.nextInt(200)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (random.nextInt(10) == 0 ? '\n' : random.nextInt(256));
        }
        ByteArrayOutputStream back = new ByteArrayOutputStream();
        long line = 1;
        for (Chunk chunk : chunks(new Dribble(bytes, random))) {
            back.writeBytes("\n".repeat((int) (chunk.line() - line)).getBytes(StandardCharsets.UTF_8));
            back.writeBytes(java.util.Arrays.copyOf(chunk.bytes().array(), chunk.bytes().limit()));
            assertThat(chunk.bytes().limit()).isLessThanOrEqualTo(BOUND);
            line = chunk.line();
        }
        String read = back.toString(StandardCharsets.ISO_8859_1);
        String given = new String(bytes, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
        assertThat(read).isEqualTo(given.endsWith("\n") ? given.substring(0, given.length() - 1) : given);
    }

    /** Gives a few bytes at a time. */
    private static final class Dribble extends InputStream {
        private final ByteArrayInputStream bytes;
        private final Random random;

        Dribble(byte[] bytes, Random random) {
            this.bytes = new ByteArrayInputStream(bytes);
            this.random = random;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, Math.min(length, 1 + random.nextInt(5)));
        }
    }
}
