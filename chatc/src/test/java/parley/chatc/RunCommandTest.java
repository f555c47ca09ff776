package parley.chatc;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatc.Invocation.chatc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {

    private static final String PASSES = """
            # Bob hears alice
            alice connects
            bob connects
            alice says hello
            bob sees alice say hello
            """;

    @TempDir
    private Path directory;
    private Path passes;

    @BeforeEach
    void write() throws IOException {
        passes = Files.writeString(directory.resolve("passes.chat"), PASSES);
    }

    @Test
    void a_scenario_that_passes() {
        assertThat(chatc("run", passes.toString()).run().hasStatus(0).out()).contains("1 passed");
    }

    @Test
    void a_scenario_that_fails() throws IOException {
        Path fails = Files.writeString(directory.resolve("fails.chat"),
                PASSES + "bob sees nothing but alice say *world* within 100ms\nbob sees alice say bye within 100ms\n");
        assertThat(chatc("run", fails.toString()).run().hasStatus(1).out()).contains("1 failed");
    }

    @Test
    void a_directory_is_all_that_is_in_it_and_one_that_cannot_be_read_is_said() throws IOException {
        Files.writeString(directory.resolve("broken.chat"), "alice dances\n");
        assertThat(chatc("run", directory.toString()).run().hasStatus(2).out()).contains("1 passed", "1 broken");
        chatc("run", directory.resolve("nowhere").toString()).run().hasStatus(2);
    }

    @Test
    void it_runs_against_a_server_that_is_named_and_only_then() throws Exception {
        try (TestServer server = TestServer.start(); Guest guest = server.guest("carol")) {
            chatc("run", passes.toString()).at(server).run().hasStatus(0);
            chatc("run", "--server", server.address().toString(), passes.toString()).run().hasStatus(0);
            guest.hears("hello");
            assertThat(guest.ask(new parley.protocol.Command.Recall("#lobby", null, null, 10)))
                    .isInstanceOf(parley.protocol.Event.Done.class);
            assertThat(guest.hears("hello").past()).isTrue();
        }
    }

    @Test
    void without_files_there_is_nothing_to_run() {
        assertThat(chatc("run").run().hasStatus(2).err())
                .isEqualTo("chatc: Missing required parameter: 'FILE|DIR'; see chatc run --help\n");
    }

    @Test
    void where_no_server_is_no_scenario_has_failed() throws IOException {
        try (Socket nobody = new Socket()) {
            nobody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)); // and nobody listens
            String address = "127.0.0.1:" + nobody.getLocalPort();
            assertThat(chatc("run", "--server", address, passes.toString()).run().hasStatus(69).err())
                    .contains("no server to talk to at " + address);
        }
    }

    @Test
    void reports_go_where_they_are_wanted() throws IOException {
        Path page = directory.resolve("reports/run.html");
        Path json = directory.resolve("run.json");
        assertThat(chatc("run", "--report", "html=" + page, "--report", "json=" + json, passes.toString()).run()
                .hasStatus(0).out()).contains("1 passed");
        assertThat(page).content().startsWith("<!DOCTYPE html>").contains("passes.chat");
        assertThat(chatc("report", json.toString(), "--report", "junit").run().hasStatus(0).out())
                .startsWith("<?xml").contains("passes.chat").doesNotContain("1 passed");
    }

    @Test
    void a_report_tells_of_failures_with_the_status_of_the_run() throws IOException {
        Path fails = Files.writeString(directory.resolve("fails.chat"), """
                alice connects
                alice sees nothing but welcome
                alice says hi
                alice sees nothing
                alice leaves #nowhere
                """);
        Path json = directory.resolve("run.json");
        assertThat(chatc("run", "--report", "json=" + json, "--report", "tap", fails.toString()).run().hasStatus(1)
                .out()).startsWith("TAP version 14").doesNotContain("FAILED");
        assertThat(chatc("report", json.toString()).run().hasStatus(1).out()).contains("FAILED", "fails.chat:5");
        assertThat(chatc("report", "-").input(Files.readString(json)).run().hasStatus(1).out()).contains("FAILED");
    }

    @Test
    void a_report_that_cannot_be_is_complained_of_before_anything_runs() throws IOException {
        chatc("run", "--report", "jnit=x", passes.toString()).run().hasStatus(2).complains("did you mean junit?");
        chatc("run", "--report", "junit=", passes.toString()).run().hasStatus(2).complains("no file is named");
        chatc("run", "--report", "tap", "--report", "json", passes.toString()).run().hasStatus(2)
                .complains("only one report can go to standard output, not tap and json");
        assertThat(chatc("run", "--report", "html=" + passes.resolve("x.html"), passes.toString()).run().hasStatus(2)
                .complains("cannot write the report").out()).isEmpty();
        chatc("report", passes.toString()).run().hasStatus(2).complains("not a report of a run");
        chatc("report", directory.resolve("nowhere").toString()).run().hasStatus(2).complains("there is no such file");
    }
}
