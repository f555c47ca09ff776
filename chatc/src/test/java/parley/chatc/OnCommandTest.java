package parley.chatc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.chatc.Invocation.Running;
import parley.protocol.Command.Recall;
import parley.protocol.Event.Said;

class OnCommandTest {

    private final TestServer server = TestServer.start();
    @TempDir
    private Path directory;
    private final List<Running> runs = new ArrayList<>();

    @AfterEach
    void stop() {
        runs.forEach(Running::interrupt);
        server.close();
    }

    private Invocation on(String... args) {
        List<String> words = new ArrayList<>(List.of("on"));
        words.addAll(List.of(args));
        return Invocation.chatc(words.toArray(String[]::new)).at(server).env("PATH", System.getenv("PATH"));
    }

    private Running listening(Invocation on) {
        Running run = on.start();
        runs.add(run);
        return run.says("listening in #lobby as tester");
    }

    private static Said reply(Guest guest) throws Exception {
        return guest.hears(Said.class, said -> said.from().equals("tester"));
    }

    @Test
    void a_command_is_run_for_each_match_and_its_output_is_said() throws Exception {
        try (Guest bob = server.guest("bob")) {
            listening(on("^!add (\\d+) (\\d+)( please)?$", "--reply", "--", "sh", "-c",
                    "expr $CHATC_MATCH_1 + $CHATC_MATCH_2; echo \"for $CHATC_FROM in $CHATC_ROOM:$CHATC_MATCH_3.\""));
            bob.says("#lobby", "!add 1 x");
            bob.says("#lobby", "!add 1 2");
            assertThat(reply(bob).text()).isEqualTo("3\nfor bob in #lobby:.");
            bob.says("#lobby", "!add 2 3 please");
            assertThat(reply(bob).text()).isEqualTo("5\nfor bob in #lobby: please.");
        }
    }

    @Test
    void the_message_is_on_the_standard_input_and_in_the_environment() throws Exception {
        try (Guest bob = server.guest("bob")) {
            Running run = listening(on("b(.)", "--", "sh", "-c", "cat; env | grep ^CHATC_ | sort")
                    .env("CHATC_NICK", "tester"));
            bob.says("#lobby", "abc");
            run.prints("CHATC_TEXT=abc\n");
            assertThat(run.out().toString()).matches("abc\nCHATC_AT=20.+Z\nCHATC_CURSOR=.+\nCHATC_FROM=bob\n"
                    + "CHATC_MATCH=bc\nCHATC_MATCH_1=c\nCHATC_ROOM=#lobby\nCHATC_SERVER=" + server.address()
                    + "\nCHATC_TEXT=abc\n");
        }
    }

    @Test
    void nothing_that_is_said_is_ever_executed() throws Exception {
        String hostile =
                "!say $(touch pwned) `touch pwned` ; touch pwned | touch pwned && touch pwned\ntouch pwned '\"";
        try (Guest bob = server.guest("bob")) {
            listening(on("^!say", "--reply", "--", "sh", "-c", "cd " + directory + " && printf '%s' \"$CHATC_TEXT\""));
            bob.says("#lobby", hostile);
            assertThat(reply(bob).text()).isEqualTo(hostile);
            assertThat(directory).isEmptyDirectory();
        }
    }

    @Test
    void it_never_answers_itself_nor_whom_it_is_not_to() throws Exception {
        try (Guest bob = server.guest("bob"); Guest eve = server.guest("eve")) {
            listening(on(".", "--from", "bob", "--reply", "--", "echo", "again"));
            eve.says("#lobby", "hi");
            bob.says("#lobby", "one");
            assertThat(reply(bob).text()).isEqualTo("again");
            bob.says("#lobby", "two");
            bob.hears("again");
            assertThat(bob.ask(new Recall("#lobby", null, null, 100))).isNotNull();
            assertThat(bob.hearsTexts(5)).containsExactly("hi", "one", "again", "two", "again");
        }
    }

    @Test
    void a_command_that_takes_too_long_is_ended_with_all_it_started() throws Exception {
        Path pid = directory.resolve("pid");
        try (Guest bob = server.guest("bob")) {
            Running run = listening(
                    on("go", "--within", "200ms", "--", "sh", "-c", "sleep 600 & echo $! >" + pid + "; wait"));
            bob.says("#lobby", "go");
            run.says("chatc: sh took longer than 200ms and was ended");
            assertThat(isGone(pid)).isTrue();
        }
    }

    private static boolean isGone(Path pid) throws IOException {
        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
                .ifPresent(process -> process.onExit().orTimeout(20, TimeUnit.SECONDS).join());
        return true;
    }

    @Test
    void so_many_run_at_a_time_and_the_others_wait() throws Exception {
        Path gate = directory.resolve("gate");
        assertThat(new ProcessBuilder("mkfifo", gate.toString()).start().waitFor()).isZero();
        try (Guest bob = server.guest("bob")) {
            Running run = listening(on("go", "--jobs", "2", "--reply", "--", "sh", "-c",
                    "echo started >&2; cat " + gate + "; echo \"$CHATC_TEXT is done\""));
            for (int i = 1; i <= 3; i++) {
                bob.says("#lobby", "go " + i);
            }
            await().until(() -> run.err().toString().split("started").length == 3);
            Files.writeString(gate, "");
            bob.hears(Said.class, said -> said.text().endsWith("is done"));
            bob.hears(Said.class, said -> said.text().endsWith("is done"));
            await().until(() -> run.err().toString().split("started").length == 4);
            Files.writeString(gate, "");
            bob.hears("go 3 is done");
        }
    }

    @Test
    void a_command_that_fails_is_reported() throws Exception {
        try (Guest bob = server.guest("bob")) {
            Running run = listening(on("go", "--", "sh", "-c", "printf 'oh \\033[2J no\\n' >&2; exit 3"));
            bob.says("#lobby", "go");
            run.says("chatc: sh ended with status 3").says("oh ␛[2J no\n");
        }
    }

    @Test
    void when_the_server_goes_what_runs_may_end() throws Exception {
        try (Guest bob = server.guest("bob")) {
            Running run = listening(on("go", "--", "sh", "-c", "echo started; read -r line; sleep 0.3; echo ended"));
            bob.says("#lobby", "go");
            run.prints("started");
            server.close();
            run.says("chatc: the connection is lost: the server is shutting down; chatc tries to get it back\n")
                    .prints("started\nended\n");
            assertThat(run.status()).isNotDone();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            ". -- ./no-such-command | there is no command ./no-such-command that can be run",
            ". -- no-such-command | there is no command no-such-command that can be run",
            ". --jobs=0 -- true | --jobs is at least 1, not 0",
            "( -- true | Invalid value for positional parameter at index 0 (PATTERN): \"(\" is no regular expression:"
                    + " Unclosed group at character 2; see chatc on --help",
            ". | Missing required parameter: 'COMMAND'; see chatc on --help"})
    void what_cannot_be_run_is_said_at_once(String args, String sentence) {
        assertThat(on(args.split(" ")).run().hasStatus(2).err()).isEqualTo("chatc: " + sentence + "\n");
    }
}
