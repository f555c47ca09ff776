package parley.chatc;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatc.Invocation.chatc;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.chatc.Invocation.Running;

/** Commands that stay though the server is killed and comes back: each message once, in order. */
class StayTest {

    private static final String LOBBY = "#lobby";

    @TempDir
    private Path folder;
    private ServerProcess server;

    @BeforeEach
    void start() throws Exception {
        server = ServerProcess.start(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Invocation at(Invocation invocation) {
        return invocation.env("CHATC_SERVER", server.address().toString()).env("PATH", System.getenv("PATH"));
    }

    private static List<String> texts(String what, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> what + " " + i).toList();
    }

    private void says(List<String> texts) throws Exception {
        try (Guest bob = Guest.come(server.address(), "bob")) {
            for (String text : texts) {
                bob.says(LOBBY, text);
            }
        }
    }

    private void dies(Running run) throws Exception {
        server.kill();
        run.says("chatc: the connection is lost: ");
    }

    @Test
    void tail_prints_what_was_said_meanwhile_once_and_goes_on() throws Exception {
        says(texts("before", 3));
        Running tail = at(chatc("tail", "--follow", "--count=60")).start().says("listening in #lobby as tester");
        dies(tail);
        server.startAgain();
        says(texts("missed", 20));
        tail.says("chatc: connected again as tester\n");
        says(texts("live", 20));
        tail.prints("live 20");
        server.kill();
        server.startAgain();
        says(texts("missed again", 20));
        assertThat(tail.finish().hasStatus(0).out().lines().map(line -> line.substring("00:00 bob: ".length())))
                .containsExactlyElementsOf(Stream.of("missed", "live", "missed again")
                        .flatMap(what -> texts(what, 20).stream()).toList());
        assertThat(tail.err().toString().lines().map(line -> line.replaceFirst("(lost): .*(; )", "$1$2")))
                .containsExactly("chatc: listening in #lobby as tester",
                        "chatc: the connection is lost; chatc tries to get it back",
                        "chatc: connected again as tester",
                        "chatc: the connection is lost; chatc tries to get it back",
                        "chatc: connected again as tester");
    }

    @Test
    void tail_prints_the_history_and_what_was_said_meanwhile_once() throws Exception {
        says(texts("before", 3));
        Running tail =
                at(chatc("tail", "--since=start", "--follow", "--count=6")).start().says("listening in #lobby");
        dies(tail);
        server.startAgain();
        says(texts("missed", 3));
        assertThat(tail.finish().hasStatus(0).out().lines().map(line -> line.substring("00:00 bob: ".length())))
                .containsExactly("before 1", "before 2", "before 3", "missed 1", "missed 2", "missed 3");
    }

    @Test
    void tail_says_when_what_was_said_meanwhile_is_no_longer_kept() throws Exception {
        says(texts("before", 3));
        Running tail = at(chatc("tail", "--follow", "--count=1")).start().says("listening in #lobby");
        dies(tail);
        for (String file : List.of("history.db", "history.db-wal", "history.db-shm")) {
            Files.deleteIfExists(folder.resolve(file));
        }
        server.startAgain();
        tail.says("chatc: some of what was said in #lobby meanwhile is no longer kept\n");
        says(List.of("live"));
        assertThat(tail.finish().hasStatus(0).out()).endsWith("bob: live\n");
    }

    @Test
    void a_bot_answers_what_was_said_meanwhile_once_and_never_itself() throws Exception {
        Running on = at(chatc("on", "go", "--reply", "--", "sh", "-c", "echo did $CHATC_TEXT")).start()
                .says("listening in #lobby as tester");
        try (Guest bob = Guest.come(server.address(), "bob")) {
            bob.says(LOBBY, "go at first");
            bob.hears("did go at first");
        }
        dies(on);
        server.startAgain();
        try (Guest bob = Guest.come(server.address(), "bob")) {
            bob.says(LOBBY, "go 1");
            bob.says(LOBBY, "go 2");
            on.says("connected again as tester");
            bob.hears("did go 2");
            bob.says(LOBBY, "go 3");
            assertThat(bob.hearsTexts(1)).containsExactly("did go 3");
        }
        try (Guest eve = Guest.come(server.address(), "eve")) {
            eve.says(LOBBY, "go 4");
            assertThat(eve.hearsTexts(1)).containsExactly("did go 4");
        }
        on.interrupt();
        assertThat(at(chatc("tail", "--since=start", "--from=tester")).run().hasStatus(0).out().lines()
                .map(line -> line.substring("00:00 tester: ".length())))
                .containsExactly("did go at first", "did go 1", "did go 2", "did go 3", "did go 4");
    }
}
