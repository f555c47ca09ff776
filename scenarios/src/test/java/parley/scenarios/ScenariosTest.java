package parley.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.chatd.Daemon;
import parley.chatd.config.Config;
import parley.chatd.engine.MemoryEngine;
import parley.protocol.Address;
import parley.scenarios.report.Case;
import parley.scenarios.report.Reporter;
import parley.scenarios.report.Run;
import parley.scenarios.report.Verdict;

/** Runs of files: what is reported, and with what status they end. */
final class ScenariosTest {

    @TempDir
    private Path folder;
    private final StringWriter out = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        write("good.chat", "alice connects\n");
        write("more/better.chat", "alice and bob connect\nalice says hi\nbob sees alice say hi\n");
        write("more/notes.txt", "not a scenario\n");
    }

    @Test
    void allPass() throws InterruptedException {
        assertThat(run("good.chat", "more/better.chat")).isEqualTo(new Result(2, 0, 0));
        assertThat(report()).isEqualTo("""
                passed  good.chat
                passed  more/better.chat
                2 scenarios: 2 passed
                """);
    }

    @Test
    void ofADirectoryAllScenariosAreRun() throws InterruptedException {
        assertThat(run(".")).isEqualTo(new Result(2, 0, 0));
    }

    @Test
    void theReportShowsThePhaseThatFailed() throws IOException, InterruptedException {
        write("bad.chat", """
                # They come
                alice and bob connect
                alice sees bob join

                # They talk
                alice says hi
                bob sees nothing
                alice says ho
                """);
        Result result = run("bad.chat", "good.chat");
        assertThat(result).isEqualTo(new Result(1, 1, 0));
        assertThat(result.exitStatus()).isEqualTo(1);
        assertThat(report()).isEqualTo("""
                FAILED  bad.chat:7: bob sees nothing

                        # They come (passed)
                        # They talk
                      6  alice says hi
                  >   7  bob sees nothing

                  bob saw something
                    expected  nothing
                    came      alice say in #lobby hi
                  bob received, and no step has seen:
                      welcome
                      alice say in #lobby hi
                  alice received last:
                      welcome
                      bob join #lobby

                passed  good.chat
                2 scenarios: 1 passed, 1 failed
                """);
    }

    @Test
    void ofWhatIsRepeatedTheLastRoundIsShown() throws IOException, InterruptedException {
        write("again.chat", """
                alice and bob connect
                repeat 3 times
                    alice says {round}
                    bob does not see alice say 3
                """);
        assertThat(run("again.chat")).isEqualTo(new Result(0, 1, 0));
        assertThat(report()).contains("""
                      1  alice and bob connect
                      3  alice says {round}
                  >   4  bob does not see alice say 3

                  bob saw it, in round 3 of 3
                """);
    }

    @Test
    void whatCannotBeReadIsReportedAndTheRestIsRun() throws IOException, InterruptedException {
        write("bad.chat", "alice conects\n");
        write("empty/x", "");
        Result result = run("bad.chat", "nowhere.chat", "empty", "good.chat");
        assertThat(result).isEqualTo(new Result(1, 0, 3));
        assertThat(result.exitStatus()).isEqualTo(2);
        assertThat(report()).isEqualTo("""
                BROKEN  bad.chat

                  bad.chat:1:7: "conects" is not something that a client does; did you mean connects?
                      alice conects
                            ^^^^^^^

                BROKEN  nowhere.chat

                  there is no scenario nowhere.chat

                BROKEN  empty

                  there are no *.chat files below the directory empty

                passed  good.chat
                4 scenarios: 1 passed, 3 broken
                """);
    }

    @Test
    void coloursComeWhenAskedFor() throws InterruptedException {
        Scenarios.run(java.util.List.of(folder.resolve("good.chat")), new RunOptions(null, Duration.ofSeconds(5), true),
                new PrintWriter(out));
        assertThat(out.toString()).startsWith("\u001b[32mpassed\u001b[0m  ");
    }

    @Test
    void aGivenServerIsUsedAndLeftAsItWas() throws IOException, InterruptedException {
        write("topic.chat", """
                server
                    motd = "This is for a server of the scenario's own."
                alice and bob connect
                alice sets topic to Roses
                bob sees alice set topic to Roses
                """);
        try (Daemon daemon = Daemon.start(Config.standard().onPort(0), new MemoryEngine(10))) {
            assertThat(run(daemon.address(), "topic.chat")).isEqualTo(new Result(1, 0, 0));
            write("again.chat", "alice and bob connect\nalice sees alice set topic to Roses\n");
            assertThat(run(daemon.address(), "again.chat", "again.chat")).isEqualTo(new Result(2, 0, 0));
        }
    }

    @Test
    void aStepThatIsLongerThanAnybodyReadsIsShortened() throws IOException, InterruptedException {
        write("long.chat", "alice connects\nalice says " + "x".repeat(100_000) + "\n");
        assertThat(run("long.chat")).isEqualTo(new Result(0, 1, 0));
        assertThat(report()).startsWith("FAILED  long.chat:2: alice says xxx").contains("xxx…\n").hasSizeLessThan(1500);
    }

    @Test
    void whatPassedIsToldInFullOnlyToWhoWantsIt() throws IOException, InterruptedException {
        write("bad.chat", "alice connects\nalice sees ping within 1ms\n");
        assertThat(told(false)).extracting(played -> played.steps().size()).containsExactly(2, 0);
        assertThat(told(false)).extracting(Case::verdict).containsExactly(Verdict.FAILED, Verdict.PASSED);
        assertThat(told(true)).extracting(played -> played.steps().size()).containsExactly(2, 1);
        assertThat(told(true)).allSatisfy(played -> assertThat(played.exchanges()).isNotEmpty());
    }

    private List<Case> told(boolean all) throws InterruptedException {
        List<Case> told = new ArrayList<>();
        Scenarios.run(List.of(folder.resolve("bad.chat"), folder.resolve("good.chat")), RunOptions.STANDARD,
                new Reporter() {
                    @Override
                    public boolean tellsAllOfWhatPassed() {
                        return all;
                    }

                    @Override
                    public void scenario(Case scenario) {
                        told.add(scenario);
                    }

                    @Override
                    public void ended(Run run) {
                        assertThat(run.scenarios()).isEqualTo(told);
                    }
                });
        return told;
    }

    private Result run(String... files) throws InterruptedException {
        return run(null, files);
    }

    private Result run(Address server, String... files) throws InterruptedException {
        return Scenarios.run(Arrays.stream(files).map(folder::resolve).toList(),
                new RunOptions(server, Duration.ofSeconds(5), false), new PrintWriter(out));
    }

    private String report() {
        return out.toString().replace(folder + "/", "");
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }
}
