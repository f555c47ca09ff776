package parley.scenarios.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingDiffTest {

    @TempDir
    private Path directory;

    private Path recording(String name, String... lines) throws IOException {
        StringBuilder text = new StringBuilder("{\"recording\":1,\"by\":\"test\"}\n");
        text.append("{\"t\":0,\"who\":\"c1\",\"opened\":\"client\"}\n");
        for (String line : lines) {
            text.append("{\"t\":0,\"who\":\"c1\",\"dir\":\"").append(line.startsWith(">") ? "out" : "in")
                    .append("\",\"raw\":\"").append(line.substring(2)).append("\"}\n");
        }
        return Files.writeString(directory.resolve(name), text);
    }

    private List<String> diff(Path one, Path other) throws IOException {
        List<String> lines = new ArrayList<>();
        long differences = RecordingDiff.of(one, other, lines::add);
        assertThat(differences == 0).isEqualTo(lines.isEmpty());
        return lines.stream().map(line -> line.replaceAll("/.*/", "")).toList();
    }

    @Test
    void what_differs_from_run_to_run_is_no_difference() throws IOException {
        assertThat(diff(
                recording("a", "> NICK bot", "< @time=2026-01-01T00:00:00.000Z;msgid=a :x!u@h1 PRIVMSG #a :hi",
                        "< :s.example 353 bot = #a :one two", "< PING :1", "< :s.example 333 bot #a x 123"),
                recording("b", "> NICK bot", "< :t.example 333 bot #a y 456",
                        "< @time=2026-02-02T00:00:00.000Z;msgid=b :x!v@h2 PRIVMSG #a :hi",
                        "< :t.example 353 bot = #a :two one")))
                .isNotEmpty(); // in one room, order counts
        assertThat(diff(
                recording("a", "> NICK bot", "< @time=2026-01-01T00:00:00.000Z;msgid=a :x!u@h1 PRIVMSG #a :hi",
                        "< :s.example 353 bot = #a :one two", "< PING :1", "< :s.example 333 bot #b x 123"),
                recording("b", "< :t.example 333 bot #b y 456", "> NICK bot",
                        "< @time=2026-02-02T00:00:00.000Z;msgid=b :x!v@h2 PRIVMSG #a :hi",
                        "< :t.example 353 bot = #a :two one")))
                .isEmpty();
    }

    @Test
    void what_does_is_shown_with_its_place() throws IOException {
        assertThat(diff(recording("a", "> NICK bot", "< :x!u@h PRIVMSG #a :one", "< :x!u@h PRIVMSG #a :two"),
                recording("b", "> NICK bot", "< :x!u@h PRIVMSG #a :won", "< :x!u@h PRIVMSG #a :two")))
                .containsExactly("- a:4: bot <- :x!u@h PRIVMSG #a :one", "+ b:4: bot <- :x!u@h PRIVMSG #a :won",
                        "  1: \"one\" and \"won\"");
    }

    @Test
    void after_a_line_more_both_meet_again() throws IOException {
        assertThat(diff(recording("a", "> NICK bot", "< :x!u@h PRIVMSG #a :1", "< :x!u@h PRIVMSG #a :3"),
                recording("b", "> NICK bot", "< :x!u@h PRIVMSG #a :1", "< :x!u@h PRIVMSG #a :2",
                        "< :x!u@h PRIVMSG #a :3")))
                .containsExactly("+ b:5: bot <- :x!u@h PRIVMSG #a :2");
    }

    @Test
    void the_same_mark_twice_is_the_same_mark_twice() throws IOException {
        Path one = recording("a", "< @msgid=a :x!u@h PRIVMSG #a :1", "< @msgid=a :x!u@h PRIVMSG #b :1");
        assertThat(diff(one, recording("b", "< @msgid=q :x!u@h PRIVMSG #a :1", "< @msgid=q :x!u@h PRIVMSG #b :1")))
                .isEmpty();
        assertThat(diff(one, recording("c", "< @msgid=q :x!u@h PRIVMSG #a :1", "< @msgid=r :x!u@h PRIVMSG #b :1")))
                .hasSize(3).last().asString().contains("@msgid");
    }
}
