package parley.chatc;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatc.Invocation.chatc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {

    @TempDir
    private Path directory;
    private Path file;

    @BeforeEach
    void record() throws IOException {
        file = directory.resolve("session.jsonl");
        try (TestServer server = TestServer.start()) {
            chatc("record", file.toString()).at(server).input("one\ntwo\n").run().hasStatus(0);
        }
    }

    private void edit(String part, String other) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(part);
        Files.writeString(file, text.replace(part, other));
    }

    @Test
    void it_plays_against_a_server_of_its_own() {
        assertThat(chatc("replay", file.toString()).run().hasStatus(0).out()).startsWith("as recorded  ");
    }

    @Test
    void it_plays_against_a_server_that_is_named() throws Exception {
        try (TestServer server = TestServer.start(); Guest bob = server.guest("bob")) {
            chatc("replay", "--server", server.address().toString(), file.toString()).run();
            bob.hears("one");
            bob.hears("two");
        }
    }

    @Test
    void the_first_difference_is_shown_with_status_1() throws IOException {
        edit("\"motd\":\"\"", "\"motd\":\"Welcome!\"");
        assertThat(chatc("replay", file.toString()).run().hasStatus(1).out())
                .contains("differs   motd: expected \"Welcome!\", got \"\"", "NOT AS RECORDED");
    }

    @Test
    void all_are_shown_if_asked_for_and_none_is_judged_by_a_spy() throws IOException {
        edit("\"motd\":\"\"", "\"motd\":\"Welcome!\"");
        assertThat(chatc("replay", "--diff", file.toString()).run().hasStatus(1).out())
                .contains("motd: expected \"Welcome!\", got \"\"").doesNotContain("last lines");
        assertThat(chatc("replay", "--spy", file.toString()).run().hasStatus(0).out())
                .contains("tester -> {\"do\":\"hello\"", "tester <- {\"on\":\"welcomed\"");
    }

    @Test
    void what_cannot_be_played_is_said_with_status_2() throws IOException {
        Path scenario = Files.writeString(directory.resolve("a.chat"), "alice connects\n");
        assertThat(chatc("replay", scenario.toString()).run().hasStatus(2).err())
                .contains("a.chat:1: this is not a recording");
        assertThat(chatc("replay", "nowhere.jsonl").run().hasStatus(2).err())
                .contains("there is no recording nowhere.jsonl");
        edit("\"recording\":1", "\"recording\":7");
        assertThat(chatc("replay", file.toString()).run().hasStatus(2).err()).contains("of version 7", "a newer chatc");
    }

    @Test
    void where_no_server_is_that_is_said_with_its_own_status() {
        chatc("replay", "--server", "localhost:1", file.toString()).run().hasStatus(69);
    }

    @Test
    void update_rewrites_what_failed_and_nothing_else() throws IOException {
        String right = Files.readString(file);
        edit("\"motd\":\"\"", "\"motd\":\"Welcome!\"");
        chatc("replay", "--update", file.toString()).run().hasStatus(0);
        assertThat(file).hasContent(right);
    }

    @Test
    void update_keeps_patterns_and_notes() throws IOException {
        edit("\"motd\":\"\"}", "\"motd\":\"Welcome!\"},\"match\":{\"server\":\"chatd *\"},\"note\":\"hear, hear\"");
        chatc("replay", "--update", file.toString()).run().hasStatus(0);
        assertThat(Files.readString(file)).contains(
                "\"motd\":\"\"},\"match\":{\"server\":\"chatd *\"},\"note\":\"hear, hear\"}");
        chatc("replay", file.toString()).run().hasStatus(0);
    }

    @Test
    void record_missing_adds_what_is_not_there_and_keeps_what_is() throws IOException {
        String answer = Files.readAllLines(file).stream().filter(line -> line.contains("\"on\":\"bye\"")).findFirst()
                .orElseThrow();
        edit(answer + "\n", "");
        chatc("replay", file.toString()).run().hasStatus(1);
        chatc("replay", "--record-missing", file.toString()).run().hasStatus(0);
        assertThat(Files.readString(file)).contains("\"on\":\"bye\"");
        chatc("replay", file.toString()).run().hasStatus(0);
        edit("\"motd\":\"\"", "\"motd\":\"Welcome!\"");
        assertThat(chatc("replay", "--record-missing", file.toString()).run().hasStatus(1).out()).contains("motd");
    }

    @Test
    void re_record_writes_all_of_it_anew() throws IOException {
        edit("\"motd\":\"\"", "\"motd\":\"Welcome!\"");
        assertThat(chatc("replay", "--re-record", file.toString()).run().hasStatus(0).out()).contains("recorded anew");
        assertThat(Files.readString(file)).doesNotContain("Welcome!").contains("\"text\":\"two\"");
        chatc("replay", file.toString()).run().hasStatus(0);
    }

    @Test
    void a_speed_is_above_zero() {
        assertThat(chatc("replay", "--speed", "-1", file.toString()).run().hasStatus(2).err())
                .contains("--speed is above zero");
        assertThat(chatc("serve", "--speed", "-1", file.toString()).run().hasStatus(2).err())
                .contains("--speed is above zero");
    }

    @Test
    void nothing_is_written_in_ci() {
        for (String mode : new String[]{"--update", "--record-missing", "--re-record"}) {
            assertThat(chatc("replay", mode, file.toString()).env("CI", "true").run().hasStatus(2).err())
                    .contains("recordings are not written in CI");
        }
        chatc("replay", file.toString()).env("CI", "true").run().hasStatus(0);
        chatc("replay", "--update", file.toString()).env("CI", "false").run().hasStatus(0);
        assertThat(chatc("replay", "--spy", "--diff", file.toString()).run().hasStatus(2).err())
                .contains("one of them");
    }
}
