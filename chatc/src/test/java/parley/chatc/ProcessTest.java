package parley.chatc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only a process of its own can tell: signals, locales, descriptors. */
class ProcessTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestServer server = TestServer.start();
    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        server.close();
    }

    private Process start(String... args) throws IOException {
        return chatc(args).start();
    }

    private ProcessBuilder chatc(String... args) {
        List<String> command =
                new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                        System.getProperty("java.class.path"), "parley.chatc.Chatc"));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(directory.resolve("out").toFile())
                .redirectError(directory.resolve("err").toFile()).redirectInput(Path.of("/dev/null").toFile());
        builder.environment().put("CHATC_SERVER", server.address().toString());
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    private String said(String stream) throws IOException {
        return Files.readString(directory.resolve(stream), StandardCharsets.UTF_8);
    }

    @Test
    void without_a_locale_texts_are_utf8_all_the_same() throws Exception {
        try (Guest bob = server.guest("bob")) {
            Process tail = start("tail", "--count", "1", "--nick", "bøb");
            await().atMost(PATIENCE).until(() -> said("err").contains("listening in #lobby as bøb"));
            bob.says("#lobby", "grüße 日本 🙂");
            assertThat(tail.waitFor()).isZero();
            assertThat(said("out")).endsWith("bob: grüße 日本 🙂\n");
            assertThat(start("send", "grüße", "日本 🙂").waitFor()).isZero();
            bob.hears("grüße 日本 🙂");
            assertThat(said("err")).as("neither warnings nor anything else").isEmpty();
        }
    }

    @Test
    void an_interrupt_ends_it_with_130() throws Exception {
        Process tail = start("tail");
        await().atMost(PATIENCE).until(() -> said("err").contains("listening"));
        assertThat(new ProcessBuilder("kill", "-INT", Long.toString(tail.pid())).start().waitFor()).isZero();
        assertThat(tail.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(tail.exitValue()).isEqualTo(130);
    }

    @ParameterizedTest
    @CsvSource({"TERM,143", "INT,130"})
    void a_recorder_that_is_ended_leaves_nothing_running(String signal, int status) throws Exception {
        Path pid = directory.resolve("pid");
        Path file = directory.resolve("bot.jsonl");
        Process recorder = start("record", "--proxy", "--out", file.toString(), "--", "bash", "-c",
                "exec 3<>/dev/tcp/{host}/{port}; echo '{\"do\":\"hello\",\"nick\":\"bot\"}' >&3; read -r line <&3;"
                        + " echo $$ > " + pid + "; sleep 600");
        await().atMost(PATIENCE).until(() -> Files.exists(pid) && Files.size(pid) > 0);
        ProcessHandle bot = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(recorder.pid())).start().waitFor()).isZero();
        assertThat(recorder.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(recorder.exitValue()).isEqualTo(status);
        assertThat(bot.isAlive()).isFalse();
        assertThat(Files.readString(file)).contains("\"on\":\"welcomed\"").endsWith("\n");
    }

    @Test
    void a_pipe_that_is_closed_ends_it_at_once_though_nobody_speaks() throws Exception {
        ProcessBuilder builder = chatc("tail");
        Process tail = builder.redirectOutput(ProcessBuilder.Redirect.PIPE).start();
        await().atMost(PATIENCE).until(() -> said("err").contains("listening"));
        tail.getInputStream().close();
        assertThat(tail.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(tail.exitValue()).isZero();
        assertThat(said("err")).hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({"TERM,143", "INT,130"})
    void a_signal_ends_what_a_bot_runs_too(String signal, int status) throws Exception {
        try (Guest bob = server.guest("bob")) {
            Process bot = start("on", "go", "--", "sh", "-c", "echo $$; sleep 600 & echo $!; wait");
            await().atMost(PATIENCE).until(() -> said("err").contains("listening"));
            bob.says("#lobby", "go");
            await().atMost(PATIENCE).until(() -> said("out").lines().count() == 2);
            assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(bot.pid())).start().waitFor()).isZero();
            assertThat(bot.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(bot.exitValue()).isEqualTo(status);
            assertThat(said("out").lines().map(Long::parseLong).flatMap(pid -> ProcessHandle.of(pid).stream()))
                    .allSatisfy(process -> assertThat(process.onExit()).succeedsWithin(PATIENCE));
        }
    }

    @Test
    void a_password_is_asked_for_at_the_terminal_and_not_shown() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")),
                "script(1), which makes a terminal, is not installed");
        String chatc = String.join(" ", chatc("send", "hi", "--nick", "al", "--ask-password").command());
        ProcessBuilder builder = chatc();
        Process terminal = builder.command("/usr/bin/script", "-qfec", chatc, "/dev/null")
                .redirectInput(ProcessBuilder.Redirect.PIPE).start();
        await().atMost(PATIENCE).until(() -> said("out").contains("password of al: "));
        terminal.getOutputStream().write("hunter2\n".getBytes(StandardCharsets.UTF_8));
        terminal.getOutputStream().flush();
        assertThat(terminal.waitFor()).isEqualTo(77);
        assertThat(said("out")).contains("there is no account al").doesNotContain("hunter2");
    }

    @Test
    void with_no_input_and_no_terminal_it_ends_by_itself() throws Exception {
        assertThat(start().waitFor()).isZero();
        assertThat(said("out") + said("err")).isEmpty();
    }
}
