package parley.chatc;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatc.Invocation.chatc;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HelpTest {

    @Test
    void the_program_explains_itself_with_examples() {
        String help = chatc("--help").run().hasStatus(0).out();
        assertThat(help).contains("Usage: chatc", "Examples:", "Exit status: 0 done", "CHATC_SERVER");
        assertThat(help.lines()).allMatch(line -> line.length() <= 80);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_does_too(String command) {
        String help = chatc(command, "--help").run().hasStatus(0).out();
        assertThat(help).contains("Usage: chatc " + command, "Examples:", "  chatc " + command, "--server", "--nick");
        assertThat(help.lines()).allMatch(line -> line.length() <= 80);
    }

    static List<String> commands() {
        return Chatc.COMMANDS;
    }

    @Test
    void it_names_every_command() {
        assertThat(chatc("--help").run().out()).contains(Chatc.COMMANDS);
    }

    @Test
    void it_knows_its_version() {
        assertThat(chatc("--version").run().hasStatus(0).out()).startsWith("chatc ");
        assertThat(chatc("tail", "--version").run().hasStatus(0).out()).startsWith("chatc ");
    }
}
