package parley.chatc;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatc.Invocation.chatc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bot of two lines of shell, recorded against a server and then run against none. */
class ServeCommandTest {

    private static final String BOT = """
            exec 3<>/dev/tcp/$CHATC_HOST/$CHATC_PORT
            echo '{"do":"hello","nick":"bot","password":"'$1'"}' >&3
            read -r welcome <&3
            echo '{"do":"say","room":"#lobby","text":"'$2'"}' >&3
            read -r done <&3
            echo '{"do":"quit"}' >&3
            cat <&3 >/dev/null
            """;

    @TempDir
    private Path directory;
    private Path file;

    @BeforeEach
    void record() {
        file = directory.resolve("bot.jsonl");
        try (TestServer server = TestServer.start()) {
            chatc("record", "--proxy", "--out", file.toString(), "--", "bash", "-c", BOT, "bot", "", "hello").at(server)
                    .run().hasStatus(0);
        }
    }

    private Invocation serve(String text, String more) {
        return chatc("serve", "--within", "20s", file.toString(), "--", "bash", "-c", BOT + more, "bot", "", text);
    }

    @Test
    void a_bot_that_does_the_same_passes_with_its_own_status() {
        assertThat(serve("hello", "").run().hasStatus(0).err()).contains("as recorded  ", "lines as expected");
        assertThat(serve("hello", "exit 5").run().hasStatus(5).err()).contains("ended with status 5");
    }

    @Test
    void a_bot_that_does_something_else_fails() {
        assertThat(serve("hullo", "").run().hasStatus(1).err()).contains(
                "text: expected \"hello\", got \"hullo\"", "NOT AS RECORDED");
    }

    @Test
    void a_bot_that_hangs_or_never_connects_is_ended_with_124() {
        Path running = directory.resolve("pid");
        assertThat(chatc("serve", "--within", "300ms", file.toString(), "--", "sh", "-c",
                "echo $$ > " + running + "; exec sleep 600").run().hasStatus(124).err()).contains("nobody connected");
        assertThat(running).satisfies(pid -> assertThat(
                ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).filter(ProcessHandle::isAlive))
                .isEmpty());
    }

    @Test
    void a_bot_that_ends_before_it_connects_fails_at_once() {
        assertThat(chatc("serve", file.toString(), "--", "sh", "-c", "exit 3").run().hasStatus(1).err())
                .contains("it ended with status 3");
    }

    @Test
    void a_bot_that_goes_on_is_ended_and_has_passed() {
        serve("hello", "sleep 600").run().hasStatus(0);
    }

    @Test
    void what_cannot_be_done_is_said() throws IOException {
        assertThat(chatc("serve", "nowhere.jsonl").run().hasStatus(2).err()).contains("there is no file nowhere.jsonl");
        assertThat(chatc("serve", file.toString(), "--", "no-such-bot").run().hasStatus(2).err())
                .contains("there is no command no-such-bot");
        assertThat(chatc("serve", "--port-file", directory.resolve("no/port").toString(), file.toString()).run()
                .hasStatus(2).err()).contains("cannot be written");
    }
}
