package parley.chatc;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatc.Invocation.chatc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chatc.Invocation.Running;

/** What is said, and with which status it ends, when something is not as it should be. */
class StatusTest {

    private final TestServer server = TestServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_nick_that_was_asked_for_and_is_taken_is_a_refusal() throws Exception {
        try (Guest bob = server.guest("bob")) {
            String sentence = "chatc: bob is in use; choose another with --nick\n";
            assertThat(chatc("send", "--nick", "bob", "hi").at(server).run().hasStatus(77).err()).isEqualTo(sentence);
            assertThat(chatc("send", "hi").at(server).env("CHATC_NICK", "bob").run().hasStatus(77).err())
                    .isEqualTo(sentence);
            bob.says("#lobby", "still here");
        }
    }

    @Test
    void the_login_name_moves_on_to_the_next_that_is_free() throws Exception {
        try (Guest first = server.guest("tester"); Guest second = server.guest("Tester2")) {
            chatc("send", "hi").at(server).run().hasStatus(0);
            assertThat(first.hears("hi").from()).isEqualTo("tester3");
            assertThat(second.hears("hi").from()).isEqualTo("tester3");
        }
    }

    @Test
    void a_server_that_is_not_there_is_said_and_what_to_do_about_it() throws IOException {
        try (Socket nobody = nobodyListens()) {
            String where = "127.0.0.1:" + nobody.getLocalPort();
            assertThat(chatc("send", "hi", "--server", where).run().hasStatus(69).err()).isEqualTo(
                    "chatc: no server to talk to at " + where
                            + ": Connection refused; start one with chatd, or name another with --server\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"send", "tail", "who", "rooms", "status"})
    void every_command_says_so(String command) throws IOException {
        try (Socket nobody = nobodyListens()) {
            assertThat(chatc(command, "--server", "127.0.0.1:" + nobody.getLocalPort()).run().hasStatus(69).err())
                    .contains("no server to talk to at ");
        }
    }

    /** A port that is taken, so that no other server gets it meanwhile, and that nobody listens at. */
    private static Socket nobodyListens() throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return socket;
    }

    @Test
    void a_room_that_cannot_be_is_a_refusal() {
        assertThat(chatc("send", "--room", "a b", "hi").at(server).run().hasStatus(77).err()).isEqualTo(
                "chatc: a room's name is # and a name that is letters, digits and signs like - _ . without spaces;"
                        + " it cannot have a space; choose another with --room\n");
    }

    @Test
    void a_server_that_seats_nobody_needs_a_room() {
        try (TestServer bare = TestServer.start("rooms = []")) {
            assertThat(chatc("send", "hi").at(bare).run().hasStatus(2).err()).isEqualTo("chatc: the server at "
                    + bare.address() + " seats nobody in a room; name one with --room\n");
            chatc("send", "hi", "--room", "dev").at(bare).run().hasStatus(0);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"sned hi | there is no command \"sned\"; did you mean send?; see chatc --help",
            "zzz | there is no command \"zzz\"; there are send, tail, ask, on, who, rooms, status, run, report, record,"
                    + " replay, serve, show, diff, convert, redact, load, config, completion, manual; see chatc --help",
            "tail --cuont 3 | there is no option --cuont; did you mean --count?; see chatc tail --help",
            "tail 3 | \"3\" is one argument too many; see chatc tail --help",

            "send --room | Missing required parameter for option '--room' (ROOM) (a shell takes # for the beginning"
                    + " of a comment: quote it, or leave it out); see chatc send --help"})
    void a_mistake_in_the_arguments_is_one_sentence(String line, String sentence) {
        assertThat(chatc(line.split(" ")).at(server).run().hasStatus(2).err()).isEqualTo("chatc: " + sentence + "\n");
    }

    @Test
    void a_mistake_in_an_address_says_where_it_stands() {
        assertThat(chatc("who", "--server", "a:b:c").run().hasStatus(2).err()).isEqualTo(
                "chatc: --server: \"a:b:c\" has several colons: an IPv6 address is written [ADDRESS]:PORT\n");
        assertThat(chatc("rooms").env("CHATC_SERVER", "host:x").run().hasStatus(2).err()).isEqualTo(
                "chatc: CHATC_SERVER: \"x\" in \"host:x\" is not a port: an address is written HOST:PORT\n");
    }

    @Test
    void what_a_server_says_cannot_reach_the_terminal_in_a_complaint() throws Exception {
        String answer = "{\"on\":\"refused\",\"re\":\"1\",\"why\":\"other\",\"text\":\"no\\u001b[2J\\nway\"}\n";
        try (ServerSocket hostile = new ServerSocket(0)) {
            Running run = chatc("send", "hi", "--server", "127.0.0.1:" + hostile.getLocalPort()).start();
            try (Socket connection = hostile.accept()) {
                assertThat(connection.getInputStream().read()).as("the hello comes first").isPositive();
                connection.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                connection.shutdownOutput();
                assertThat(run.finish().hasStatus(77).err()).isEqualTo("chatc: no␛[2J⏎way\n");
            }
        }
    }

    @Test
    void a_server_that_speaks_something_else_is_said() throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            Running run = chatc("send", "hi", "--server", "127.0.0.1:" + other.getLocalPort()).start();
            try (Socket connection = other.accept()) {
                connection.getOutputStream().write("SSH-2.0-OpenSSH\r\n".getBytes(StandardCharsets.UTF_8));
                assertThat(run.finish().hasStatus(69).err())
                        .contains("the server sent a line that is not JSON lines").contains("SSH-2.0-OpenSSH");
            }
        }
    }
}
