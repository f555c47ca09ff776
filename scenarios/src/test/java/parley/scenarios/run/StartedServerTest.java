package parley.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import parley.protocol.Dialect;

/** What is said of a command that starts no server. */
final class StartedServerTest {

    private static void fails(String command, Duration patience, String problem) {
        try (StartedServer server = new StartedServer(command, patience)) {
            assertThatThrownBy(() -> server.address(Dialect.JSON)).isInstanceOfSatisfying(StepFailed.class,
                    e -> assertThat(e.problem()).matches(problem));
        }
    }

    @Test
    void itListensNowhere() {
        fails("exec sleep 60 # {port}", Duration.ofMillis(5),
                "the server did not listen at the port that the command has for \\{port}, \\d+, within 20 ms");
    }

    @Test
    void itWritesNoPort() {
        fails("exec sleep 60 # {port-file}", Duration.ofMillis(5),
                "the server wrote nothing into the file that the command has for \\{port-file} within 20 ms");
    }

    @Test
    void whatItWritesIsNoPort() {
        fails("echo at home >{port-file}; exec sleep 60", Duration.ofMillis(500),
                "the server wrote \"at home\" into its port file, and did not listen there within 2 s");
    }
}
