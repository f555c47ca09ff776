package parley.chatc;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatc.Invocation.chatc;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.chatc.Invocation.Running;
import parley.protocol.Command;
import parley.protocol.client.Client;
import parley.protocol.client.Inbox;

class StatusCommandTest {

    @Test
    void it_tells_how_the_server_is_and_disturbs_nobody() throws Exception {
        Inbox heard = new Inbox();
        try (TestServer server = TestServer.start("name = \"tea house\"");
             Client bob = Client.connect(server.address(), heard)) {
            bob.ask(new Command.Hello("bob"));
            bob.ask(new Command.Say("#lobby", "hi"));
            assertThat(chatc("status").at(server).run().hasStatus(0).out()).matches("""
                    server    tea house at %s
                    up        \\d+s
                    people    1
                    rooms     1
                    messages  1
                    """.formatted(server.address()));
            assertThat(chatc("status", "--json", "--nick", "bob").at(server).run().hasStatus(0).out())
                    .matches("\\{\"on\":\"status\",.*\"sessions\":1,\"rooms\":1,\"messages\":1}\n");
            bob.ask(new Command.Sync());
            assertThat(heard.take(Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void trouble_is_told_and_is_a_status_of_its_own() throws Exception {
        String answer = "{\"on\":\"status\",\"re\":\"1\",\"server\":\"c\\u001bd\",\"uptime\":90061,\"sessions\":2,"
                + "\"rooms\":3,\"messages\":5000000000,\"trouble\":\"the disk\\nis full\"}\n";
        try (ServerSocket server = new ServerSocket(0)) {
            Running run = chatc("status", "--server", "127.0.0.1:" + server.getLocalPort()).start();
            try (Socket connection = server.accept()) {
                awaitQuestion(connection);
                connection.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                assertThat(run.finish().hasStatus(1).out()).startsWith("server    c␛d at 127.0.0.1:").endsWith("""
                        up        1d 1h
                        people    2
                        rooms     3
                        messages  5000000000
                        trouble   the disk⏎is full
                        """);
            }
        }
    }

    /** An answer that comes before its question is nobody's. */
    private static void awaitQuestion(Socket connection) throws IOException {
        InputStream in = connection.getInputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            assertThat(c).as("the connection ended before the question").isNotNegative();
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0s", "59, 59s", "60, 1m 0s", "3599, 59m 59s", "3600, 1h 0m", "90000, 1d 1h", "864000, 10d 0h"})
    void a_time_is_told_by_its_two_largest_units(long seconds, String text) {
        assertThat(StatusCommand.text(Duration.ofSeconds(seconds))).isEqualTo(text);
    }
}
