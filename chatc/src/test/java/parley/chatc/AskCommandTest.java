package parley.chatc;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatc.Invocation.chatc;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.chatc.Invocation.Running;
import parley.protocol.Command;

class AskCommandTest {

    private final TestServer server = TestServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_first_match_after_the_question_is_printed() throws Exception {
        try (Guest bob = server.guest("bob")) {
            bob.says("#lobby", "yes, before");
            Running ask = chatc("ask", "may", "I?", "--expect", "^(yes|no)").at(server).start();
            assertThat(bob.hears("may I?").from()).isEqualTo("tester");
            bob.says("#lobby", "well");
            bob.says("#lobby", "yes, do");
            bob.says("#lobby", "no");
            assertThat(ask.finish().hasStatus(0).out()).matches("\\d\\d:\\d\\d bob: yes, do\n");
        }
    }

    @Test
    void only_who_is_asked_answers_and_perhaps_in_private() throws Exception {
        try (Guest bob = server.guest("bob"); Guest eve = server.guest("eve")) {
            Running ask = chatc("ask", "go?", "--expect", "go", "--from", "bob", "--json").at(server).start();
            eve.hears("go?");
            eve.says("#lobby", "go");
            bob.ask(new Command.Tell("tester", "go on"));
            assertThat(ask.finish().hasStatus(0).out()).startsWith("{\"on\":\"told\",\"from\":\"bob\"").hasLineCount(1);
        }
    }

    @Test
    void the_question_itself_is_no_answer() {
        assertThat(chatc("ask", "go?", "--expect", "go", "--within", "100ms").at(server).run().hasStatus(124).err())
                .isEqualTo("chatc: nobody said anything that matches go within 100ms\n");
    }

    @Test
    void a_connection_that_ends_first_is_no_match() throws Exception {
        try (Guest bob = server.guest("bob")) {
            Running ask = chatc("ask", "go?", "--expect", "go").at(server).start();
            bob.hears("go?");
            server.close();
            assertThat(ask.finish().hasStatus(1).err())
                    .isEqualTo("chatc: the connection ended before there was an answer: the server is shutting down\n");
        }
    }

    @Test
    void what_cannot_be_said_is_said() {
        assertThat(chatc("ask", "", "--expect", "go").at(server).run().hasStatus(77).err())
                .isEqualTo("chatc: not stored: a message has at least one character\n");
        assertThat(chatc("ask", "x".repeat(9000), "--expect", "go").at(server).run().hasStatus(2).err()).isEqualTo(
                "chatc: the text has 9000 bytes, and a message holds about 8192; ask something shorter\n");
        assertThat(chatc("ask", "go?").at(server).run().hasStatus(2).err())
                .isEqualTo("chatc: Missing required option: '--expect=PATTERN'; see chatc ask --help\n");
    }
}
