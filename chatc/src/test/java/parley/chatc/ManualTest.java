package parley.chatc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static parley.chatc.Invocation.chatc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ManualTest {

    @TempDir
    private Path directory;

    static Stream<List<String>> pages() {
        return Stream.concat(Stream.of(List.of(), List.of("chatd"), List.of("chatd-passwd")),
                Chatc.COMMANDS.stream().map(List::of));
    }

    private static String page(List<String> command) {
        return chatc(Stream.concat(Stream.of("manual"), command.stream()).toArray(String[]::new)).run().hasStatus(0)
                .out();
    }

    private static String run(String input, String... command) throws IOException, InterruptedException {
        assumeTrue(Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(it -> Files.isExecutable(Path.of(it, command[0]))), command[0] + " is not installed");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_page_is_well_formed(List<String> command) throws Exception {
        assertThat(run(page(command), "groff", "-man", "-Tutf8", "-ww", "-z", "-Kutf8")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void mandoc_finds_nothing_in_it_either(List<String> command) throws Exception {
        assertThat(run(page(command), "mandoc", "-Tlint", "-Wwarning")
                .lines().filter(line -> !line.contains("missing date"))).isEmpty();
    }

    @Test
    void a_page_says_what_help_says() throws Exception {
        assertThat(readable("send")).contains("CHATC-SEND(1)", "chatc-send - sends a message, or every line",
                "SYNOPSIS chatc send",
                "--batch=TIME Join lines that come within that time", "EXIT STATUS 0 if everything is stored",
                "EXAMPLES chatc send hello, world sends one message", "SEE ALSO chatc(1)");
    }

    @Test
    void all_pages_can_be_written() {
        chatc("manual", "--all", directory.toString()).run().hasStatus(0);
        assertThat(directory.toFile().list()).hasSize(Chatc.COMMANDS.size() + 3).contains("chatc.1", "chatc-send.1",
                "chatd.1",
                "chatd-passwd.1");
    }

    @Test
    void the_server_has_pages_as_well() throws Exception {
        assertThat(readable("chatd")).contains("CHATD(1)", "chatd - a chat server",
                "passwd sets the password of an account, which comes into being if need be; chatd-passwd(1)",
                "--config=FILE Read the configuration", "EXIT STATUS 0 stopped as asked",
                "130 interrupted twice. EXAMPLES",
                "SEE ALSO chatc(1)");
        assertThat(readable("chatd-passwd")).contains("SYNOPSIS chatd passwd", "SEE ALSO chatd(1)");
    }

    private static String readable(String command) throws Exception {
        return run(page(List.of(command)), "mandoc", "-Tutf8").replaceAll(".\b", "").replaceAll("\\s+", " ");
    }

    @Test
    void a_page_that_is_not_there_is_said() {
        assertThat(chatc("manual", "sned").run().hasStatus(2).err())
                .isEqualTo("chatc: there is no command \"sned\"; did you mean send?\n");
    }
}
