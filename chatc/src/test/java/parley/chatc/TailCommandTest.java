package parley.chatc;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatc.Invocation.chatc;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.chatc.Invocation.Finished;
import parley.chatc.Invocation.Running;

class TailCommandTest {

    private final TestServer server = TestServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    private Running listening(String... args) {
        return chatc(args).at(server).start().says("chatc: listening in ");
    }

    @Test
    void it_says_when_it_listens_and_prints_a_line_for_each_message() throws Exception {
        try (Guest bob = server.guest("bob")) {
            Running tail = listening("tail", "--count", "2");
            assertThat(tail.err()).hasToString("chatc: listening in #lobby as tester\n");
            bob.says("#lobby", "hello\tthere");
            tail.prints("hello");
            assertThat(tail.status()).isNotDone();
            bob.says("#lobby", "one\ntwo \u001b[2J");
            Finished finished = tail.finish().hasStatus(0);
            assertThat(finished.out()).matches("\\d\\d:\\d\\d bob: hello\tthere\n\\d\\d:\\d\\d bob: one⏎two ␛\\[2J\n");
        }
    }

    @Test
    void what_was_said_before_is_not_printed() throws Exception {
        try (Guest bob = server.guest("bob")) {
            bob.says("#lobby", "before");
            Running tail = listening("tail", "--count", "1");
            bob.says("#lobby", "after");
            assertThat(tail.finish().hasStatus(0).out()).endsWith("bob: after\n").doesNotContain("before");
        }
    }

    @Test
    void only_its_room_is_printed() throws Exception {
        try (Guest bob = server.guest("bob", "#dev")) {
            Running tail = listening("tail", "--count", "1", "--room", "dev");
            bob.says("#lobby", "elsewhere");
            bob.says("#dev", "here");
            assertThat(tail.finish().out()).endsWith("bob: here\n").doesNotContain("elsewhere");
        }
    }

    @Test
    void a_room_is_the_same_however_it_is_spelt() throws Exception {
        try (Guest bob = server.guest("bob", "#Dev")) {
            Running tail = listening("tail", "--count", "1", "--room", "dev");
            assertThat(tail.err()).hasToString("chatc: listening in #Dev as tester\n");
            bob.says("#Dev", "here");
            assertThat(tail.finish().out()).endsWith("bob: here\n");
        }
    }

    @Test
    void json_is_the_event_as_the_server_sent_it() throws Exception {
        try (Guest bob = server.guest("bob")) {
            Running tail = listening("tail", "--json", "--count", "1");
            bob.says("#lobby", "a\n\u009b2J");
            String line = tail.finish().hasStatus(0).out();
            JsonObject said = JsonParser.parseString(line).getAsJsonObject();
            assertThat(said.keySet()).containsExactly("on", "room", "cursor", "from", "text", "at");
            assertThat(said.get("text").getAsString()).isEqualTo("a\n\u009b2J");
            assertThat(line).doesNotContain("\u009b");
        }
    }

    @Test
    void thousands_of_messages_come_out_in_order() throws Exception {
        List<String> texts = IntStream.range(0, 5000).mapToObj(i -> "number " + i).toList();
        Running tail = listening("tail", "--count", Integer.toString(texts.size()));
        chatc("send").at(server).input(String.join("\n", texts)).run().hasStatus(0);
        List<String> printed =
                tail.finish().hasStatus(0).out().lines().map(line -> line.substring("00:00 tester2: ".length()))
                        .toList();
        assertThat(printed).isEqualTo(texts);
    }

    @Test
    void a_reader_that_goes_ends_it_quietly() throws Exception {
        try (Guest bob = server.guest("bob")) {
            Running tail =
                    chatc("tail").at(server).out(new ClosedPipe()).start()
                            .says("chatc: listening in #lobby as tester\n");
            bob.says("#lobby", "anybody?");
            Finished finished = tail.finish().hasStatus(0);
            assertThat(finished.err()).isEqualTo("chatc: listening in #lobby as tester\n");
        }
    }

    @Test
    void a_server_that_goes_is_the_end_and_says_why() {
        Running tail = listening("tail");
        String address = server.address().toString();
        server.close();
        assertThat(tail.finish().hasStatus(69).err())
                .endsWith("chatc: the connection to " + address + " is over: the server is shutting down\n");
    }

    @Test
    void a_count_is_at_least_one() {
        assertThat(chatc("tail", "--count", "0").at(server).run().hasStatus(2).err())
                .isEqualTo("chatc: --count is at least 1, not 0\n");
    }

    /** A pipe whose other end is closed. */
    private static final class ClosedPipe extends Writer {
        @Override
        public void write(char[] chars, int offset, int length) throws IOException {
            throw new IOException("Broken pipe");
        }

        @Override
        public void flush() throws IOException {
            throw new IOException("Broken pipe");
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
