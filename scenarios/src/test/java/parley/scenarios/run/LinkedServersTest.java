package parley.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.protocol.Dialect;
import parley.protocol.client.Dial;
import parley.scenarios.RunOptions;
import parley.scenarios.foreign.ForeignServer;
import parley.scenarios.language.Fault;
import parley.scenarios.language.Parser;
import parley.scenarios.recording.Replay;
import parley.scenarios.recording.ReplayOptions;
import parley.scenarios.recording.Verdict;

/** A network of two servers with a slow link: nothing passes because it has not got there yet. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
final class LinkedServersTest {

    private static final Duration DELAY = Duration.ofMillis(300);

    private final Proxy link = new Proxy();
    private ForeignServer near;
    private ForeignServer far;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        far = ForeignServer.ngircd(folder, "far.test", ForeignServer.linkTo("near.test", 0));
        int port = link.toward(far.address()).port();
        near = ForeignServer.ngircd(folder, "near.test", ForeignServer.linkTo("far.test", port));
        near.awaitPrinted("Synchronization with \"far.test\" done");
        far.awaitPrinted("Synchronization with \"near.test\" done");
        link.become(Weather.CALM.after(new Fault.Delay(DELAY)));
    }

    @AfterAll
    void stop() {
        for (ForeignServer server : new ForeignServer[]{near, far}) {
            if (server != null) {
                server.close();
            }
        }
        link.close();
    }

    /** The steps, with alice near and bob far; {@code carol connects far} is far as well. */
    private Outcome play(String steps) throws Exception {
        String scenario = """
                alice connects
                bob connects far
                alice sees bob join #lobby
                bob asks who is in #lobby
                bob sees alice and bob in #lobby
                """ + steps;
        RunOptions options = new RunOptions(near.address(), Duration.ofSeconds(20), false).over(Dialect.IRC);
        return new Runner(options)
                .run(Parser.scenario("linked.chat", scenario.replace(" far\n", " to " + far.address() + "\n")));
    }

    private void fails(String steps, String problem) throws Exception {
        assertThat(play(steps)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.failure().step().text()).isEqualTo(steps.lines().toList().getLast());
            assertThat(failed.failure().problem()).contains(problem);
        });
    }

    private void passes(String steps) throws Exception {
        Outcome outcome = play(steps);
        assertThat(outcome).as(() -> outcome instanceof Outcome.Failed(_, Failure failure) ? failure.text() : "")
                .isInstanceOf(Outcome.Passed.class);
    }

    @Test
    void whatIsStillOnTheLinkIsNotAbsent() throws Exception {
        fails("alice says hello\nbob does not see alice say hello\n", "bob saw it");
    }

    @Test
    void norIsWhatGoesTheOtherWay() throws Exception {
        fails("bob says hello\nalice sees nothing\n", "alice saw something");
    }

    @Test
    void norIsThatSomebodyIsGone() throws Exception {
        fails("bob drops\nalice does not see bob leave\n", "alice saw it");
    }

    @Test
    void norIsWhatSomebodyDidAsSomebodyElse() throws Exception {
        fails("alice renames to alicia\nalice says hello\nbob does not see alicia say hello\n", "bob saw it");
    }

    @Test
    void norIsWhatComesBeforeOneKnowsTheOther() throws Exception {
        fails("alice renames to alicia\ncarol connects far\ncarol does not see alice rename to *\n", "carol saw it");
    }

    @Test
    void aWholeConversationPasses() throws Exception {
        passes("""
                carol connects far
                everyone but carol sees carol join
                alice says hello
                bob and carol see nothing but alice say hello
                bob says to alice hi
                alice sees nothing but bob say to alice hi
                carol does not see bob say to alice hi
                carol renames to caroline
                alice and bob see carol rename to caroline
                carol leaves #lobby
                alice and bob see nothing but caroline leave
                repeat 3 times
                    bob says round {round}
                    alice sees nothing but bob say round {round}
                    carol sees nothing
                everyone sees nothing
                """);
    }

    @Test
    void whatFencesSendIsNotSeen() throws Exception {
        passes("""
                carol connects with echo far
                carol says hello
                bob sees carol say hello
                bob sees nothing
                everyone does not see line *parley-fence*
                everyone does not see line * 391 *
                """);
    }

    /** A session in which bob hears nothing of what alice says. */
    private static final String RECORDING = """
            {"recording":1,"by":"test","at":"2026-01-31T12:00:00.123Z"}
            {"t":0.1,"who":"a","opened":"client"}
            {"t":0.1,"who":"a","dir":"out","raw":"NICK alice"}
            {"t":0.1,"who":"a","dir":"out","raw":"USER alice 0 * :alice"}
            {"t":0.2,"who":"a","dir":"in","raw":":near.test 001 alice :Welcome"}
            {"t":0.3,"who":"a","dir":"out","raw":"JOIN #replay"}
            {"t":0.4,"who":"a","dir":"in","raw":":alice!~alice@127.0.0.1 JOIN :#replay"}
            {"t":0.4,"who":"a","dir":"in","raw":":near.test 353 alice = #replay :@alice"}
            {"t":0.4,"who":"a","dir":"in","raw":":near.test 366 alice #replay :End of NAMES list"}
            {"t":0.5,"who":"b","opened":"client"}
            {"t":0.5,"who":"b","dir":"out","raw":"NICK bob"}
            {"t":0.5,"who":"b","dir":"out","raw":"USER bob 0 * :bob"}
            {"t":0.6,"who":"b","dir":"in","raw":":far.test 001 bob :Welcome"}
            {"t":0.7,"who":"b","dir":"out","raw":"JOIN #replay"}
            {"t":0.8,"who":"b","dir":"in","raw":":bob!~bob@127.0.0.1 JOIN :#replay"}
            {"t":0.8,"who":"b","dir":"in","raw":":far.test 353 bob = #replay :bob @alice"}
            {"t":0.8,"who":"b","dir":"in","raw":":far.test 366 bob #replay :End of NAMES list"}
            {"t":0.9,"who":"a","dir":"in","raw":":bob!~bob@127.0.0.1 JOIN :#replay"}
            {"t":1.0,"who":"a","dir":"out","raw":"PRIVMSG #replay :hello"}
            """;

    @Test
    void norIsItInARecordingThatIsReplayed(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("session.jsonl"), RECORDING);
        Queue<ForeignServer> servers = new ArrayDeque<>(List.of(near, far));
        Verdict verdict = new Replay(file, irc -> Dial.open(servers.remove().address()),
                new ReplayOptions(Duration.ofSeconds(20), 0, Map.of())).check();
        assertThat(verdict.findings()).singleElement().asString().contains("PRIVMSG #replay :hello");
    }
}
