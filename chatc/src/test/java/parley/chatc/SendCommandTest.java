package parley.chatc;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatc.Invocation.chatc;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.chatc.Invocation.Finished;
import parley.chatc.Invocation.Running;
import parley.protocol.Event;

class SendCommandTest {

    private final TestServer server = TestServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void arguments_are_one_message() throws Exception {
        try (Guest bob = server.guest("bob")) {
            Finished sent = chatc("send", "hello,", "world \u001b[1m").at(server).run().hasStatus(0);
            assertThat(bob.hears(Event.Said.class, said -> true).text()).isEqualTo("hello, world \u001b[1m");
            assertThat(sent.out() + sent.err()).isEmpty();
        }
    }

    @Test
    void a_message_of_arguments_may_have_several_lines() throws Exception {
        try (Guest bob = server.guest("bob")) {
            chatc("send", "one\ntwo").at(server).run().hasStatus(0);
            assertThat(bob.hears(Event.Said.class, said -> true).text()).isEqualTo("one\ntwo");
        }
    }

    @Test
    void thousands_of_lines_arrive_all_and_in_order() throws Exception {
        List<String> lines = IntStream.range(0, 5000).mapToObj(i -> "line " + i + " of a log\twith é and 🙂").toList();
        try (Guest bob = server.guest("bob")) {
            Running run = chatc("send").at(server).input(String.join("\n", lines)).start();
            assertThat(bob.hearsTexts(lines.size())).isEqualTo(lines);
            run.finish().hasStatus(0);
        }
    }

    @Test
    void a_line_is_sent_while_the_input_is_still_open() throws Exception {
        OpenInput input = new OpenInput();
        try (Guest bob = server.guest("bob")) {
            Running run = chatc("send").at(server).input(input.stream()).start();
            input.type("now\n");
            bob.hears("now");
            assertThat(run.status()).isNotDone();
            input.end();
            run.finish().hasStatus(0);
        }
    }

    @Test
    void a_long_line_arrives_in_several_messages_without_loss() throws Exception {
        String line = IntStream.range(0, 6000).mapToObj(Integer::toString).collect(Collectors.joining(" "));
        try (Guest bob = server.guest("bob")) {
            Finished sent = chatc("send").at(server).input(line + "\n").run().hasStatus(0);
            assertThat(sent.err()).contains("line 1 is longer than a message");
            StringBuilder heard = new StringBuilder();
            while (heard.length() < line.length()) {
                heard.append(bob.hears(Event.Said.class, said -> true).text());
            }
            assertThat(heard).hasToString(line);
        }
    }

    @Test
    void a_server_that_wants_it_slower_gets_all_of_it_in_order() throws Exception {
        List<String> lines = IntStream.range(0, 60).mapToObj(Integer::toString).toList();
        try (TestServer slow = TestServer.start("[limits]\nexempt = []\ncommands_per_second = 100\nburst = 10");
             Guest bob = slow.guest("bob")) {
            chatc("send").at(slow).input(String.join("\n", lines)).run().hasStatus(0);
            assertThat(bob.hearsTexts(lines.size())).isEqualTo(lines);
        }
    }

    @Test
    void the_whole_input_is_one_message() throws Exception {
        try (Guest bob = server.guest("bob")) {
            chatc("send", "--whole").at(server).input("one\n\n  two\n").run().hasStatus(0);
            assertThat(bob.hearsTexts(1)).containsExactly("one\n\n  two");
            chatc("send", "--whole").at(server).input("").run().hasStatus(0);
        }
    }

    @Test
    void a_whole_input_that_is_too_long_is_not_sent() {
        Finished sent = chatc("send", "--whole").at(server).input("x".repeat(9000)).run().hasStatus(2);
        assertThat(sent.err()).isEqualTo("chatc: the input is longer than one message, which holds about 8192 bytes;"
                + " without --whole it is sent line by line\n");
    }

    @Test
    void lines_can_be_joined() throws Exception {
        try (Guest bob = server.guest("bob")) {
            chatc("send", "--batch", "1h").at(server).input("one\ntwo\n\nthree\n").run().hasStatus(0);
            assertThat(bob.hearsTexts(1)).containsExactly("one\ntwo\n\nthree");
            OpenInput input = new OpenInput();
            Running run = chatc("send", "--batch", "1ms").at(server).input(input.stream()).start();
            input.type("now\n");
            bob.hears("now");
            input.end();
            run.finish().hasStatus(0);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "--whole hi | --whole is about the input, which is not read if there is a TEXT",
            "--batch=1s hi | --batch is about the input, which is not read if there is a TEXT",
            "--batch=1s --whole | --whole makes one message and --batch several; give one of them",
            "--batch=1 | Invalid value for option '--batch': \"1\" is not a time above zero like 250ms, 30s, 2m, 1h or"
                    + " 7d; see chatc send --help"})
    void what_cannot_be_together_is_said(String args, String sentence) {
        assertThat(chatc(("send " + args).split(" ")).at(server).run().hasStatus(2).err())
                .isEqualTo("chatc: " + sentence + "\n");
    }

    @Test
    void with_json_every_answer_is_printed() {
        String out = chatc("send", "--json").at(server).input("one\ntwo\n").run().hasStatus(0).out();
        assertThat(out.lines().map(line -> JsonParser.parseString(line).getAsJsonObject()))
                .allMatch(done -> done.get("on").getAsString().equals("done") && done.has("cursor")).hasSize(2);
    }

    @Test
    void it_goes_to_the_room_that_was_asked_for() throws Exception {
        try (Guest bob = server.guest("bob", "#dev")) {
            chatc("send", "--room", "dev", "one").at(server).run().hasStatus(0);
            assertThat(bob.hears("one").room()).isEqualTo("#dev");
            chatc("--room=#dev", "send", "two").at(server).run().hasStatus(0);
            assertThat(bob.hears("two").room()).isEqualTo("#dev");
            chatc("send", "three").at(server).env("CHATC_ROOM", "#dev").run().hasStatus(0);
            assertThat(bob.hears("three").room()).isEqualTo("#dev");
        }
    }

    @Test
    void what_is_too_long_for_one_message_is_not_sent_as_one() {
        Finished sent = chatc("send", "x".repeat(9000)).at(server).run().hasStatus(2);
        assertThat(sent.err()).isEqualTo("chatc: the text has 9000 bytes, and a message holds about 8192;"
                + " on the standard input it would be split\n");
    }

    @Test
    void a_refused_line_is_named_and_the_others_are_stored() throws Exception {
        try (TestServer strict = TestServer.start("[limits]\ntext_bytes = 20"); Guest bob = strict.guest("bob")) {
            String input = "one\n" + "x".repeat(21) + "\n" + "y".repeat(22) + "\nfour\n";
            Finished sent = chatc("send").at(strict).input(input).run().hasStatus(77);
            assertThat(sent.err()).isEqualTo("chatc: line 2 is not stored: a message has at most 20 bytes of UTF-8;"
                    + " this has 21; 2 of 4 messages are stored\n");
            assertThat(bob.hearsTexts(2)).containsExactly("one", "four");
        }
    }

    @Test
    void a_line_that_the_server_cannot_even_read_does_not_hang() {
        try (TestServer strict = TestServer.start("[limits]\nline_bytes = 512")) {
            Finished sent = chatc("send").at(strict).input("one\n" + "x".repeat(600) + "\n").run().hasStatus(77);
            assertThat(sent.err()).startsWith("chatc: the server could not read what it was sent: a line has at most");
        }
    }

    @Test
    void a_refused_message_is_said_plainly() {
        assertThat(chatc("send", "").at(server).run().hasStatus(77).err())
                .isEqualTo("chatc: not stored: a message has at least one character\n");
    }

    @Test
    void a_server_that_goes_ends_it_at_once_though_input_is_open() throws Exception {
        OpenInput input = new OpenInput();
        try (Guest bob = server.guest("bob")) {
            Running run = chatc("send", "--json").at(server).input(input.stream()).start();
            input.type("one\n");
            String first = bob.hears("one").cursor().value();
            input.type("two\n");
            run.prints(first).prints(bob.hears("two").cursor().value());
            String address = server.address().toString();
            server.close();
            assertThat(run.finish().hasStatus(69).err()).isEqualTo("chatc: the connection to " + address
                    + " is over: the server is shutting down; 2 of 2 messages are known to be stored\n");
        }
    }

    @Test
    void input_that_cannot_be_read_is_an_error_though_what_came_is_stored() throws Exception {
        try (Guest bob = server.guest("bob")) {
            Finished sent = chatc("send").at(server).input(new Breaking("one\ntwo\n")).run().hasStatus(2);
            assertThat(sent.err())
                    .isEqualTo("chatc: cannot read the standard input: it broke; 2 of 2 messages are stored\n");
            assertThat(bob.hearsTexts(2)).containsExactly("one", "two");
        }
    }

    /** Gives some bytes and then fails. */
    private static final class Breaking extends InputStream {
        private final byte[] bytes;
        private int next;

        Breaking(String text) {
            bytes = text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() throws IOException {
            if (next == bytes.length) {
                throw new IOException("it broke");
            }
            return bytes[next++];
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            target[offset] = (byte) read();
            return 1;
        }
    }
}
