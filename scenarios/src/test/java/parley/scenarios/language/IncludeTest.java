package parley.scenarios.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that take in others. */
final class IncludeTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        write("people.inc", "# not a phase\nset who to bob\nalice and bob connect\n");
    }

    @Test
    void whatIsIncludedStandsThereAndKeepsItsPlace() throws IOException, ScenarioInvalid {
        write("below/deeper.inc", "include ../people.inc\n");
        Path file =
                write("x.chat", "# One\ninclude below/deeper.inc\ntogether\n  include talk.inc\n# Two\nbob drops\n");
        write("talk.inc", "alice says hi, {who}\nbob sees alice say hi, bob\n");
        Scenario scenario = Parser.file(file);
        assertThat(scenario.phases()).extracting(Phase::title).containsExactly("One", "Two");
        assertThat(scenario.steps()).hasSize(3);
        assertThat(scenario.steps().getFirst().written())
                .isEqualTo(new Written(folder.resolve("people.inc").toString(), 3, "alice and bob connect"));
        assertThat(((Step.Together) scenario.steps().get(1)).steps()).hasSize(2);
    }

    @Test
    void mistakesAreShownWhereTheyAre() throws IOException {
        Path file = write("x.chat", "include people.inc\ninclude bad.inc\ninclude nowhere.inc\n");
        write("bad.inc", "\nalice sais hi\n");
        Files.write(folder.resolve("binary.inc"), new byte[]{(byte) 0xff});
        write("y.chat", "include binary.inc\n");
        assertThat(problems(file)).isEqualTo("""
                bad.inc:2:7: "sais" is not something that a client does; did you mean says?
                    alice sais hi
                          ^^^^
                x.chat:3:9: there is no scenario nowhere.inc
                    include nowhere.inc
                            ^^^^^^^^^^^""");
        assertThat(problems(folder.resolve("y.chat"))).startsWith("binary.inc:1:1: here is the byte 0xFF");
    }

    @Test
    void whatIncludesItselfIsNamed() throws IOException {
        Path file = write("a.chat", "include b.inc\n");
        write("b.inc", "include c.inc\n");
        write("c.inc", "include ./b.inc\n");
        assertThat(problems(file)).isEqualTo("""
                c.inc:1:9: this includes itself: b.inc includes c.inc includes b.inc
                    include ./b.inc
                            ^^^^^^^""");
    }

    private String problems(Path file) {
        return catchThrowableOfType(ScenarioInvalid.class, () -> Parser.file(file)).getMessage()
                .replace(folder + "/", "");
    }

    private Path write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        return Files.writeString(folder.resolve(name), text);
    }
}
