package parley.scenarios.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole scenarios: phases, the server's configuration, and files of all sorts. */
final class ScenarioFileTest {

    @TempDir
    private Path folder;

    @Test
    void commentsOpenPhases() throws ScenarioInvalid {
        Scenario scenario = Parser.scenario("x.chat", """
                #!/usr/bin/env chatc run
                alice connects

                # Talk
                # which is what we are here for
                alice says hi
                alice says ho
                ## The end
                alice disconnects
                """);
        assertThat(scenario.phases()).extracting(Phase::title).containsExactly("", "Talk", "The end");
        assertThat(scenario.phases()).extracting(phase -> phase.steps().size()).containsExactly(1, 2, 1);
        assertThat(scenario.steps().getLast().written()).isEqualTo(new Written("x.chat", 9, "alice disconnects"));
    }

    @Test
    void theServerIsConfiguredByIndentedLines() throws ScenarioInvalid {
        Scenario scenario = Parser.scenario("x.chat", """
                server
                    motd = "Be kind."

                \t[limits]   # a comment of TOML's own
                    rooms = 3

                alice connects
                """);
        Step.Configure configure = (Step.Configure) scenario.steps().getFirst();
        assertThat(configure.config().settings().motd()).isEqualTo("Be kind.");
        assertThat(configure.config().settings().limits().rooms()).isEqualTo(3);
        assertThat(scenario.steps()).hasSize(2);
    }

    @Test
    void allThatIsWrongIsReportedInOneGo() {
        assertThat(problems("""
                # Lots of mistakes
                server
                    moto = "x"
                    [limits]
                    rooms = 0
                alice conects
                  bob connects
                carol connects
                carol says {waht}?
                carol sees alice say {what}
                carol says {what} again
                carl says hello
                everyone but dave sees nothing
                server
                """)).isEqualTo("""
                x.chat:3:5: moto is not a key at the top level; did you mean motd?
                        moto = "x"
                        ^^^^
                x.chat:5:5: rooms is a whole number from 1 to 1073741824
                        rooms = 0
                        ^^^^^
                x.chat:6:7: "conects" is not something that a client does; did you mean connects?
                    alice conects
                          ^^^^^^^
                x.chat:7:1: this line is indented, but the line it would belong to opens no block
                      bob connects
                    ^
                x.chat:9:12: nothing was captured as {waht} before this; braces that are meant are written \\{waht}
                    carol says {waht}?
                               ^^^^^^
                x.chat:12:1: carl has not connected before this; did you mean carol?
                    carl says hello
                    ^^^^
                x.chat:13:14: dave has not connected before this
                    everyone but dave sees nothing
                                 ^^^^
                x.chat:14:1: the server is there already: it comes before the first client connects
                    server
                    ^^^^^^""");
    }

    @Test
    void captureNamesAreSuggested() {
        assertThat(problems("""
                alice connects
                alice sees {name} join
                alice says hi {nmae2}
                alice says hi {nam}
                """)).contains("did you mean {name}?").contains("x.chat:3:15: nothing was captured as {nmae2}");
    }

    @Test
    void brokenConfigurationIsShownWhereItIs() {
        assertThat(problems("""
                server
                    motd = "Be kind.
                alice connects
                """)).startsWith("x.chat:2:").contains("    motd = \"Be kind.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesEndAsTheyDoAnywhere(String end) throws IOException, ScenarioInvalid {
        Path file = written("\ufeff# Hi" + end + "alice connects" + end + "alice says hi" + end);
        assertThat(Parser.file(file).phases().getFirst().title()).isEqualTo("Hi");
        assertThat(Parser.file(file).steps()).extracting(step -> step.written().text())
                .isEqualTo(List.of("alice connects", "alice says hi"));
    }

    @Test
    void aLineMayBeHuge() throws IOException, ScenarioInvalid {
        Path file = written("alice connects\nalice says " + "x".repeat(5_000_000));
        assertThat(Parser.file(file).steps()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\ufeff", "# All is well\n", "set who to alice\n", "\r\n\r\n"})
    void aScenarioWithoutStepsWouldAlwaysPass(String text) throws IOException {
        Path file = written(text);
        assertThatThrownBy(() -> Parser.file(file)).isInstanceOf(ScenarioInvalid.class).message()
                .startsWith(file + ":1:1: this scenario has no steps: it would pass whatever the server does");
    }

    @Test
    void whatIsNoTextIsNamed() throws IOException {
        Path file = written("alice connects\nalice says \0\0\0");
        assertThatThrownBy(() -> Parser.file(file)).isInstanceOf(ScenarioInvalid.class).hasMessage(file + """
                :2:12: here is a NUL, which no text has; a scenario is a text in UTF-8
                    alice says\s
                               ^""");
    }

    @Test
    void aDirectoryIsNamed() {
        assertThatThrownBy(() -> Parser.file(folder)).isInstanceOf(ScenarioInvalid.class)
                .hasMessage(folder + " is a directory, not a scenario");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path file = folder.resolve("nowhere.chat");
        assertThatThrownBy(() -> Parser.file(file)).isInstanceOf(ScenarioInvalid.class)
                .hasMessage("there is no scenario " + file);
    }

    @Test
    void theLineThatIsNotUtf8IsNamed() throws IOException {
        Path file = folder.resolve("latin1.chat");
        Files.write(file, "alice connects\nalice says caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Parser.file(file)).isInstanceOf(ScenarioInvalid.class)
                .hasMessage(file + """
                :2:15: here is the byte 0xE9, which is not UTF-8; a scenario is a text in UTF-8
                    alice says caf
                                  ^""");
    }

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("x.chat"), text);
    }

    private static String problems(String text) {
        return catchThrowableOfType(ScenarioInvalid.class, () -> Parser.scenario("x.chat", text)).getMessage();
    }
}
