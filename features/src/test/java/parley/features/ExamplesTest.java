package parley.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.chatd.Daemon;
import parley.chatd.config.Config;
import parley.chatd.engine.MemoryEngine;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.Event.Said;
import parley.protocol.client.Client;
import parley.protocol.client.Inbox;

/** The examples in scripts/examples, run for real against a server, with alice in the room. */
class ExamplesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration MOMENT = Duration.ofMillis(500);

    @TempDir
    private Path folder;
    private Daemon daemon;
    private Bash bash;
    private final Inbox inbox = new Inbox();
    private Client alice;

    @BeforeEach
    void start() throws Exception {
        daemon = Daemon.start(Config.standard().onPort(0), new MemoryEngine(10_000));
        bash = new Bash(folder, daemon.address());
        alice = Client.connect(daemon.address(), inbox);
        alice.ask(new Command.Hello("alice"));
    }

    @AfterEach
    void stop() {
        if (alice != null) {
            alice.close();
        }
        daemon.close();
    }

    private String hears() throws Exception {
        Event event = inbox.take(PATIENCE).orElseThrow(() -> new AssertionError("nobody says anything"));
        return event instanceof Said said ? said.from() + ": " + said.text() : hears();
    }

    private void says(String text) throws Exception {
        assertThat(alice.ask(new Command.Say("#lobby", text))).isInstanceOf(Event.Done.class);
    }

    private static void ends(Process process, int status) throws Exception {
        String output = Bash.rest(process);
        assertThat(process.waitFor(40, TimeUnit.SECONDS)).as("it ends").isTrue();
        assertThat(process.exitValue()).as(output).isEqualTo(status);
    }

    @Test
    void a_build_is_announced_and_its_result() throws Exception {
        bash.run(3, "announce-build bash -c 'echo compiling; echo broken >&2; exit 3'");
        assertThat(hears()).startsWith("ci: ⏳ bash -c");
        assertThat(hears()).matches("(?s)ci: ❌ bash -c .* failed with 3 after \\d+ s\ncompiling\nbroken");
        assertThat(bash.run(0, "announce-build echo all is well")).isEqualTo("all is well\n");
        hears();
        assertThat(hears()).matches("ci: ✅ echo all is well took \\d+ s");
    }

    @Test
    void a_log_is_followed() throws Exception {
        Path log = Files.writeString(folder.resolve("app.log"), "old error\n");
        Process follow = bash.start("follow-log app.log error");
        try {
            Optional<Event> heard = Optional.empty();
            for (int i = 0; heard.filter(Said.class::isInstance).isEmpty(); i++) { // until tail has opened it
                assertThat(i).isLessThan(80);
                Files.writeString(log, "all is well\nan error\n", StandardOpenOption.APPEND);
                heard = inbox.take(MOMENT);
            }
            assertThat(((Said) heard.get()).text()).matches("an error(\nan error)*");
        } finally {
            follow.descendants().forEach(ProcessHandle::destroy);
            follow.destroy();
        }
    }

    @Test
    void somebody_is_paged_when_a_line_matches() throws Exception {
        assertThat(bash.run(0, "printf 'fine\\ndisk is full\\nfine again\\n' | page-on-match alice full"))
                .isEqualTo("fine\ndisk is full\nfine again\n");
        assertThat(hears()).isEqualTo("pager: alice: disk is full");
        bash.run(0, "echo fine | page-on-match alice full");
    }

    @Test
    void a_bot_deploys_what_the_right_person_names() throws Exception {
        Process bot = bash.start("exec deploy-bot alice echo to the moon with");
        BufferedReader output = bot.inputReader(StandardCharsets.UTF_8);
        assertThat(output.readLine()).isEqualTo("chatc: listening in #lobby as deployer");
        bash.run(0, "chatc send --nick eve '!deploy v6'");
        assertThat(hears()).isEqualTo("eve: !deploy v6");
        says("!deploy v7; reboot");
        says("!deploy --help");
        says("!deploy v7");
        assertThat(hears()).isEqualTo("deployer: deploying v7 for alice\nto the moon with v7\n✅ v7 is out");
        bot.destroy();
        assertThat(bot.waitFor(40, TimeUnit.SECONDS)).isTrue();
        assertThat(bot.exitValue()).isEqualTo(143);
    }

    @Test
    void a_pipeline_waits_until_a_person_says_go() throws Exception {
        Process wait = bash.start("wait-for-go alice release 1.2?");
        assertThat(hears()).endsWith(": alice: release 1.2? (go, or stop)");
        says("hm");
        says("go, by all means");
        assertThat(Bash.rest(wait)).isEqualTo("go, by all means\n");
        ends(wait, 0);
        Process stopped = bash.start("wait-for-go alice again?");
        hears();
        says("stop");
        ends(stopped, 1);
        bash.run(124, "WAIT=200ms wait-for-go alice anybody?");
    }

    @Test
    void a_room_is_backed_up_and_nothing_twice() throws Exception {
        says("one");
        says("two");
        assertThat(bash.run(0, "backup-room room.jsonl")).matches("alice\t2\t\\S+\n");
        says("three");
        bash.run(0, "backup-room room.jsonl");
        bash.run(0, "backup-room room.jsonl");
        assertThat(bash.run(0, "jq -r .text room.jsonl")).isEqualTo("one\ntwo\nthree\n");
        assertThat(bash.run(0, "ls")).isEqualTo("bin\nroom.jsonl\n");
    }

    @Test
    void shellcheck_finds_nothing_in_any_script() throws Exception {
        assumeTrue(Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(it -> Files.isExecutable(Path.of(it, "shellcheck"))), "shellcheck is not installed");
        assertThat(bash.run(0, "cd " + Bash.ROOT + " && shellcheck -x " + String.join(" ", scripts()))).isEmpty();
    }

    private static String[] scripts() throws IOException {
        try (Stream<Path> files = Files.walk(Bash.ROOT.resolve("scripts"))) {
            return Stream.concat(files.filter(ExamplesTest::isScript), Stream.of(Bash.ROOT.resolve(".ci/run")))
                    .map(it -> Bash.ROOT.relativize(it).toString()).toArray(String[]::new);
        }
    }

    private static boolean isScript(Path file) {
        try {
            return Files.isRegularFile(file)
                    && (file.toString().endsWith(".sh") || Files.readString(file).startsWith("#!"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
