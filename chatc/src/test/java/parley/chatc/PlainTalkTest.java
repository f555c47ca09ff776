package parley.chatc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static parley.chatc.Invocation.chatc;

import java.io.StringWriter;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.chatc.Invocation.Running;
import parley.protocol.Command;
import parley.protocol.Event;

/** {@code chatc} alone in a pipe. */
class PlainTalkTest {

    private final TestServer server = TestServer.start();
    private final OpenInput input;

    PlainTalkTest() throws Exception {
        input = new OpenInput();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void it_sends_lines_and_prints_what_others_say_until_the_input_ends() throws Exception {
        try (Guest bob = server.guest("bob", "#dev")) {
            Running run = chatc("--room=dev").at(server).input(input.stream()).start();
            input.type("hello\n");
            assertThat(bob.hears("hello").from()).isEqualTo("tester");
            bob.says("#lobby", "elsewhere");
            bob.says("#dev", "hello tester");
            bob.ask(new Command.Tell("tester", "psst"));
            run.prints("psst");
            input.end();
            assertThat(run.finish().hasStatus(0).out())
                    .matches("\\d\\d:\\d\\d bob: hello tester\n\\d\\d:\\d\\d bob → you: psst\n");
        }
    }

    @Test
    void what_was_said_before_the_last_answer_is_printed_before_it_ends() throws Exception {
        try (Guest bob = server.guest("bob")) {
            Running run = chatc("--json").at(server).input(input.stream()).start();
            input.type("question\n");
            bob.hears("question");
            for (int i = 0; i < 500; i++) {
                bob.says("#lobby", "answer " + i);
            }
            input.type("thanks\n");
            input.end();
            assertThat(run.finish().hasStatus(0).out().lines()).hasSize(500)
                    .allMatch(line -> line.startsWith("{\"on\":\"said\","));
        }
    }

    @Test
    void it_waits_for_a_slow_reader_of_what_it_prints() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        StringWriter slow = new StringWriter() {
            @Override
            public void write(String text, int offset, int length) {
                assertThatNoException().isThrownBy(reading::await);
                super.write(text, offset, length);
            }
        };
        try (Guest bob = server.guest("bob")) {
            Running run = chatc().at(server).out(slow).input(input.stream()).start();
            input.type("hello\n");
            bob.hears("hello");
            bob.says("#lobby", "hi");
            input.end();
            bob.hears(Event.Left.class, left -> left.nick().equals("tester"));
            assertThat(run.status()).isNotDone();
            reading.countDown();
            assertThat(run.finish().hasStatus(0).out()).endsWith("bob: hi\n");
        }
    }

    @Test
    void without_input_it_just_comes_and_goes() {
        assertThat(chatc().at(server).run().hasStatus(0).out()).isEmpty();
    }
}
