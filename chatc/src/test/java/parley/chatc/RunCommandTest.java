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
        assertThat(json).content().contains("\"exchanges\": [\n");
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

    @Test
    void what_is_there_is_listed_and_checked_and_nothing_runs() throws IOException {
        Files.writeString(directory.resolve("waits.chat"), "alice connects\nalice sees bob join\n");
        assertThat(chatc("run", "--list", directory.toString()).run().hasStatus(0).out())
                .isEqualTo(passes + "\tBob hears alice\n" + directory.resolve("waits.chat") + "\n");
        assertThat(chatc("run", "--check", directory.toString()).run().hasStatus(0).out())
                .isEqualTo("2 scenarios can be run\n");
        Files.writeString(directory.resolve("broken.chat"), "alice dances\n");
        chatc("run", "--check", directory.toString()).run().hasStatus(2)
                .complains("broken.chat:1:7: \"dances\" is not something that a client does");
    }

    @Test
    void only_what_is_named_is_taken() throws IOException {
        Path fails = Files.writeString(directory.resolve("fails.chat"), "alice connects\nalice leaves #nowhere\n");
        for (String name : new String[]{"passes", "pass*", "passes.chat", passes.toString()}) {
            assertThat(chatc("run", "--only", name, directory.toString()).run().hasStatus(0).out())
                    .contains("1 passed");
        }
        chatc("run", "--only", "passes", "--only", "fails", directory.toString()).run().hasStatus(1);
        assertThat(chatc("run", "--only", "fail", directory.toString()).run().hasStatus(2).out())
                .contains("no scenario is called fail; did you mean fails?").doesNotContain(fails.toString());
        assertThat(chatc("run", "--only", "[", directory.toString()).run().hasStatus(2).out())
                .contains("no scenario is called [");
    }

    @Test
    void variables_are_set_and_misspelt_ones_are_said() throws IOException {
        Path greets = Files.writeString(directory.resolve("greets.chat"), """
                set who
                alice and bob connect
                alice says hello, {who} of {env.TOWN}
                bob sees alice say hello, world = all of Ulm
                """);
        chatc("run", "--set", "who=world = all", greets.toString()).env("TOWN", "Ulm").run().hasStatus(0);
        chatc("run", "--set", "who", greets.toString()).run().hasStatus(2)
                .complains("\"who\" is no name and text, like who=alice");
        chatc("run", "--set", "=x", greets.toString()).run().hasStatus(2).complains("\"=x\" is no name and text");
        assertThat(chatc("run", "--set", "who=world", "--set", "whom=x", greets.toString()).env("TOWN", "Ulm").run()
                .hasStatus(2).out()).contains("no scenario here has a variable whom; did you mean who?");
        assertThat(chatc("run", greets.toString()).run().hasStatus(2).out()).contains("say --set who=…")
                .contains("the environment has no TOWN");
    }

    @Test
    void several_are_played_at_a_time_and_told_in_order() throws IOException {
        for (int i = 10; i < 30; i++) {
            Files.writeString(directory.resolve(i + ".chat"), PASSES);
        }
        String out = chatc("run", "--jobs", "8", "--retry-never", directory.toString()).run().hasStatus(0).out();
        assertThat(out).contains("21 passed");
        assertThat(out.lines().limit(20)).isSorted();
        chatc("run", "--jobs", "0", directory.toString()).run().hasStatus(2).complains("at least one scenario");
        chatc("run", "--jobs", "2", "--server", "localhost:1", directory.toString()).run().hasStatus(2)
                .complains("they would take each other's nicks");
    }

    @Test
    void a_server_is_started_for_each_and_nothing_is_left_of_it() throws IOException {
        String server =
                "echo a server begins; echo $$ >> %1$s/pids; %2$s/bin/java --enable-native-access=ALL-UNNAMED -cp '%3$s' %4$s "
                        .formatted(directory, System.getProperty("java.home"), System.getProperty("java.class.path"),
                                ServerProcess.class.getName());
        Path fails = Files.writeString(directory.resolve("restarts.chat"), """
                alice connects
                alice says one
                server is killed
                server starts
                alice connects
                alice asks for history
                alice sees alice say one
                alice sees bob join within 10ms
                """);
        String withFile = server + "0 " + directory + " & while [ ! -s %1$s/port ]; do sleep 0.05; done; "
                + "cp %1$s/port {port-file}; wait";
        chatc("run", "--exec", withFile.formatted(directory), passes.toString()).run().hasStatus(0);
        String withPort = server + "{port} " + directory + "; true";
        assertThat(chatc("run", "--exec", withPort, fails.toString()).run().hasStatus(1).out())
                .contains("restarts.chat:8", "the server printed last:", "a server begins");
        assertThat(Files.readAllLines(directory.resolve("pids"))).hasSize(3)
                .allMatch(pid -> ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void a_server_that_does_not_start_is_told_of() {
        assertThat(chatc("run", "--exec", "echo no {port}; exit 3", passes.toString()).run().hasStatus(1).out())
                .contains("the server ended with status 3 before it listened", "the server printed last:", "no ");
        chatc("run", "--exec", "chatd", passes.toString()).run().hasStatus(2)
                .complains("the command does not say where the server listens");
        chatc("run", "--exec", "x {port}", "--server", "x", passes.toString()).run().hasStatus(2)
                .complains("--server or --exec: not both");
        chatc("run", "--tls", passes.toString()).run().hasStatus(2).complains("speaks none");
    }
}
