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
}
