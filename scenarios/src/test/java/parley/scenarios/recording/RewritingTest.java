package parley.scenarios.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.protocol.recording.Redactor;

class RewritingTest {

    @TempDir
    private Path directory;
    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("session.jsonl");
    }

    private void write(String... lines) throws IOException {
        Files.writeString(file, "{\"recording\":1,\"by\":\"test\",\"at\":\"2026-01-31T12:00:00Z\"}\n"
                + String.join("\n", lines) + "\n");
    }

    private static String said(String raw, String more) {
        return "{\"t\":0,\"who\":\"c1\",\"dir\":\"out\",\"raw\":\"" + raw + "\"" + more + "}";
    }

    @Test
    void what_turns_out_to_be_a_secret_late_is_taken_out_early() throws IOException {
        write(said("PRIVMSG #a :hunter22", ""), said("PASS hunter22", ""));
        Rewriting.redact(file, file, new Redactor(List.of()));
        assertThat(Files.readString(file)).doesNotContain("hunter22");
    }

    @Test
    void a_name_that_stands_there_already_is_given_to_no_other_secret() throws IOException {
        write(said("PASS other", ""), said("PASS ${CHAT_PASSWORD}", ",\"secrets\":[\"CHAT_PASSWORD\"]"));
        Rewriting.rewrite(file, file, new Redactor(List.of()), (entry, line) -> List.of(entry));
        assertThat(Files.readAllLines(file).get(1)).contains("PASS ${CHAT_PASSWORD_2}");
    }

    @Test
    void one_that_cannot_be_read_stays_as_it_is_and_nothing_stands_beside_it() throws IOException {
        write(said("NICK al", ""), "{\"t\":0}", said("NICK bob", ""));
        String before = Files.readString(file);
        assertThatThrownBy(() -> Rewriting.rewrite(file, file, new Redactor(List.of()),
                (entry, line) -> List.of(entry))).isInstanceOf(IOException.class);
        assertThat(file).hasContent(before);
        assertThat(directory.toFile().list()).hasSize(1);
    }

    @Test
    void a_change_that_fails_leaves_no_draft() throws IOException {
        write(said("NICK al", ""));
        assertThatThrownBy(() -> Rewriting.rewrite(file, file, new Redactor(List.of()), (entry, line) -> {
            throw new IllegalStateException("no");
        })).isInstanceOf(IllegalStateException.class);
        assertThat(directory.toFile().list()).hasSize(1);
    }
}
