package parley.chatc;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatc.Invocation.chatc;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chatc.Invocation.Finished;
import parley.chatc.Invocation.Running;
import parley.protocol.Command;
import parley.protocol.Event;

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
    void a_reader_that_goes_while_nobody_speaks_ends_it_too() {
        CompletableFuture<Runnable> gone = new CompletableFuture<>();
        Running tail = chatc("tail").at(server).outEnd(gone::complete).start().says("listening");
        gone.join().run();
        tail.finish().hasStatus(0);
    }

    private static List<String> texts(String out) {
        return out.lines().map(line -> line.replaceFirst("^\\d\\d:\\d\\d \\w+: ", "")).toList();
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "1h", "2000-01-01"})
    void the_history_is_printed_from_its_start_whatever_its_length(String since) {
        chatc("send").at(server).input(String.join("\n", numbers(1, 1700))).run().hasStatus(0);
        Finished tail = chatc("tail", "--since", since).at(server).run().hasStatus(0);
        assertThat(texts(tail.out())).isEqualTo(numbers(1, 1700));
        assertThat(tail.err()).isEmpty();
    }

    @Test
    void the_history_begins_after_a_cursor_and_can_be_counted() throws Exception {
        try (Guest bob = server.guest("bob")) {
            bob.says("#lobby", "1");
            Event.Done second = (Event.Done) bob.ask(new Command.Say("#lobby", "2"));
            for (int i = 3; i <= 5; i++) {
                bob.says("#lobby", Integer.toString(i));
            }
            String cursor = String.valueOf(second.cursor());
            assertThat(texts(chatc("tail", "--since", cursor).at(server).run().hasStatus(0).out()))
                    .containsExactly("3", "4", "5");
            assertThat(texts(chatc("tail", "--since", cursor, "--count=2").at(server).run().hasStatus(0).out()))
                    .containsExactly("3", "4");
            assertThat(chatc("tail", "--since", cursor, "--json", "--count=1").at(server).run().hasStatus(0).out())
                    .startsWith("{\"on\":\"said\",").contains("\"text\":\"3\"", "\"past\":true");
        }
    }

    @Test
    void of_a_history_that_has_nothing_nothing_is_printed() {
        assertThat(chatc("tail", "--since", "start").at(server).run().hasStatus(0).out()).isEmpty();
        assertThat(chatc("tail", "--since", "1ms").at(server).run().hasStatus(0).out()).isEmpty();
    }

    @Test
    void a_cursor_that_is_none_is_refused_with_advice() {
        assertThat(chatc("tail", "--since", "10mins").at(server).run().hasStatus(77).err()).isEqualTo(
                "chatc: \"10mins\" is no cursor of #lobby's history; --since takes start, a time like 10m, 12:00,"
                        + " 2026-01-31 or 2026-01-31T12:00:00Z, or a cursor\n");
    }

    @Test
    void after_the_history_it_goes_on_without_a_gap_or_a_double() throws Exception {
        OpenInput input = new OpenInput();
        chatc("send").at(server).input(String.join("\n", numbers(1, 1000))).run().hasStatus(0);
        Running send = chatc("send").at(server).input(input.stream()).start();
        List<Running> tails = new ArrayList<>();
        for (String number : numbers(1001, 6000)) {
            input.type(number + "\n");
            if (number.endsWith("500")) {
                tails.add(chatc("tail", "--since", "start", "--follow", "--count", "6000").at(server).start());
            }
        }
        input.end();
        send.finish().hasStatus(0);
        for (Running tail : tails) {
            assertThat(texts(tail.finish().hasStatus(0).out())).isEqualTo(numbers(1, 6000));
        }
    }

    @Test
    void it_ends_when_nothing_was_printed_for_a_while() throws Exception {
        try (Guest bob = server.guest("bob")) {
            bob.says("#lobby", "before");
            assertThat(chatc("tail", "--until-idle=1ms").at(server).run().hasStatus(0).out()).isEmpty();
            assertThat(texts(chatc("tail", "--since=start", "--until-idle=1ms").at(server).run().hasStatus(0).out()))
                    .containsExactly("before");
        }
    }

    @Test
    void only_what_is_asked_for_is_printed_and_counted() throws Exception {
        try (Guest bob = server.guest("bob"); Guest eve = server.guest("eve")) {
            Running lines = listening("tail", "--from", "BOB", "--match", "fail(ed|ure)$", "--count=2");
            Running json = listening("tail", "--from", "bob", "--match", "^all", "--count=1", "--json");
            bob.says("#lobby", "it failed");
            eve.says("#lobby", "it failed");
            bob.says("#lobby", "failed it has");
            eve.says("#lobby", "all is well");
            bob.says("#lobby", "a failure");
            bob.says("#lobby", "all of it");
            assertThat(texts(lines.finish().hasStatus(0).out())).containsExactly("it failed", "a failure");
            assertThat(json.finish().hasStatus(0).out()).contains("\"text\":\"all of it\"").hasLineCount(1);
            assertThat(texts(chatc("tail", "--since=start", "--from=eve").at(server).run().hasStatus(0).out()))
                    .containsExactly("it failed", "all is well");
        }
    }

    @Test
    void a_pattern_that_is_none_is_said_with_its_place() {
        assertThat(chatc("tail", "--match", "a(b").at(server).run().hasStatus(2).err()).isEqualTo(
                "chatc: Invalid value for option '--match': \"a(b\" is no regular expression: Unclosed group at"
                        + " character 4; see chatc tail --help\n");
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
