package parley.chatd.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogTest {

    @TempDir
    Path folder;

    @Test
    void aLineForPeopleHasTimeLevelAndMessage() throws Exception {
        try (DaemonProcess daemon = start("format = \"text\"")) {
            daemon.terminate();
            assertThat(daemon.log().lines()).isNotEmpty().allSatisfy(
                    line -> assertThat(line)
                            .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\S+ INFO  .+"));
        }
    }

    @Test
    void aLineForProgramsIsAnObject() throws Exception {
        try (DaemonProcess daemon = start("format = \"json\"")) {
            daemon.terminate();
            List<JsonObject> lines =
                    daemon.log().lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
            assertThat(lines).hasSize(3).allSatisfy(line -> {
                assertThat(line.keySet()).containsExactly("timestamp", "level", "loggerName", "formattedMessage",
                        "throwable");
                assertThat(line.get("level").getAsString()).isEqualTo("INFO");
            });
            assertThat(lines.getFirst().get("formattedMessage").getAsString())
                    .startsWith("listening at " + daemon.address());
        }
    }

    @Test
    void onlyWhatIsAsGraveAsTheLevelIsLogged() throws Exception {
        try (DaemonProcess daemon = start("level = \"error\"")) {
            daemon.terminate();
            assertThat(daemon.log()).isEmpty();
        }
    }

    @Test
    void howManyWereTurnedAwayIsALineNotEachOfThem() throws Exception {
        Path config = Files.writeString(folder.resolve("chatd.toml"), "[limits]\nconnections = 1\n");
        try (DaemonProcess daemon = DaemonProcess.start(folder, "--memory", "--config", config.toString());
             Socket first = new Socket(daemon.address().host(), daemon.address().port())) {
            first.getOutputStream().write("{\"do\":\"ping\"}\n".getBytes(StandardCharsets.UTF_8));
            assertThat(first.getInputStream().read()).isEqualTo('{');
            for (int i = 0; i < 20; i++) {
                try (Socket more = new Socket(daemon.address().host(), daemon.address().port())) {
                    assertThat(more.getInputStream().readAllBytes()).asString().contains("too many connections");
                }
            }
            daemon.awaitLog("connections were turned away: there are as many as there may be");
            assertThat(daemon.log().lines().filter(line -> line.contains("turned away"))).hasSizeLessThan(20);
        }
    }

    /** Promise 7, for the log: not even when it tells everything does it tell what people say, or their secrets. */
    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void noTextAndNoSecretIsLogged(String format) throws Exception {
        try (DaemonProcess daemon = start("format = \"" + format + "\"\nlevel = \"debug\"");
             Socket alice = new Socket(daemon.address().host(), daemon.address().port())) {
            alice.getOutputStream().write("""
                    {"do":"hello","nick":"alice","password":"sesame1"}
                    {"do":"say","room":"#lobby","text":"sesame2"}
                    {"do":"tell","to":"alice","text":"sesame3"}
                    {"do":"topic","room":"#lobby","text":"sesame4"}
                    {"do":"search","room":"#lobby","text":"sesame5"}
                    {"do":"sesame6","text":"\\u001b[2Jsesame7"}
                    {"do":"hello","nick":"sesame8
                    sesame9
                    {"do":"quit","why":"sesame10"}
                    """.getBytes(StandardCharsets.UTF_8));
            assertThat(new String(alice.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).contains("bye");
            alice.shutdownOutput();
            daemon.awaitLog("session 1 ends");
            daemon.terminate();
            assertThat(daemon.log()).contains("session 1 begins, from 127.0.0.1").doesNotContain("sesame", "\u001b");
        }
    }

    private DaemonProcess start(String log) throws Exception {
        Path config = Files.writeString(folder.resolve("chatd.toml"), "[log]\n" + log + "\n");
        return DaemonProcess.start(folder, "--memory", "--config", config.toString());
    }
}
