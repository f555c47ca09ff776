package parley.chatc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static parley.chatc.Invocation.chatc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Completions, as the shells that are there make them. */
class CompletionTest {

    @TempDir
    private Path directory;

    @BeforeEach
    void command() throws IOException {
        Path chatc = Files.writeString(directory.resolve("chatc"), "#!/bin/sh\n");
        assertThat(chatc.toFile().setExecutable(true)).isTrue();
    }

    private Path script(String shell) throws IOException {
        return Files.writeString(directory.resolve("completion"), chatc("completion", shell).run().hasStatus(0).out());
    }

    private String run(String shell, String... args) throws Exception {
        assumeTrue(Stream.of(System.getenv("PATH").split(":")).anyMatch(it -> Files.isExecutable(Path.of(it, shell))),
                shell + " is not installed");
        String[] command = Stream.concat(Stream.of(shell), Stream.of(args)).toArray(String[]::new);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).directory(directory.toFile());
        builder.environment().put("PATH", directory + ":" + System.getenv("PATH"));
        builder.environment().put("HOME", directory.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"t | tail", "ta | tail", "send --w | --whole", "tail --unt | --until-idle",
            "tail --server h --js | --json", "completion | bash zsh fish", "--nick x ta | tail",
            "send --password-file cha | chatc", "run cha | chatc"})
    void bash_completes(String typed, String completed) throws Exception {
        String words = "chatc " + typed + (typed.equals("completion") ? " ''" : "");
        assertThat(run("bash", "--norc", "-c", "compopt() { :; }; . " + script("bash") + "; COMP_WORDS=(" + words + ");"
                + " COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _complete_chatc; echo \"${COMPREPLY[*]}\""))
                .isEqualToIgnoringNewLines(completed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"t | tail", "tail --unt | --until-idle", "send --w | --whole",
            "completion | bash zsh fish", "send --nick x --who | --whole", "--nick x ta | tail",
            "send --password-file cha | chatc", "run cha | chatc"})
    void fish_completes(String typed, String completed) throws Exception {
        String line = "chatc " + typed + (typed.equals("completion") ? " " : "");
        assertThat(run("fish", "--no-config", "-c", "source " + script("fish") + "; complete -C '" + line + "'").lines()
                .map(it -> it.split("\t", 2)[0])).containsExactlyInAnyOrder(completed.split(" "));
    }

    @Test
    void fish_knows_what_a_completion_is() throws Exception {
        assertThat(run("fish", "--no-config", "-c", "source " + script("fish") + "; complete -C 'chatc sen'"))
                .isEqualTo("send\tSends a message, or every line of the input as one, and waits until the server has"
                        + " stored it\n");
    }

    @Test
    void zsh_reads_it_without_a_word() throws Exception {
        assertThat(run("zsh", "-f", "-c", "autoload -U compinit && compinit -u -D && . " + script("zsh")
                + " && (( ${+functions[_complete_chatc]} )) && print -r -- ${_comps[chatc]}"))
                .contains("_bash_complete").hasLineCount(1);
    }

    @Test
    void another_shell_is_none_of_them() {
        assertThat(chatc("completion", "tcsh").run().hasStatus(2).err()).contains("one of [bash, zsh, fish]");
    }
}
