package parley.chatc;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatc.Invocation.chatc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordCommandTest {

    private static final String BOT = "printf '%s\\n' '{\"do\":\"hello\",\"nick\":\"bot\",\"ref\":\"1\"}'"
            + " '{\"do\":\"say\",\"room\":\"#lobby\",\"text\":\"token=abcdef99\"}' '{\"do\":\"quit\"}' | nc {host} {port};";

    @TempDir
    private Path directory;
    private TestServer server;
    private Path file;

    @BeforeEach
    void start() {
        server = TestServer.start();
        file = directory.resolve("session.jsonl");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Invocation record(String... args) {
        return chatc("record").with(args).at(server);
    }

    @Test
    void a_command_is_run_through_a_proxy_and_its_status_is_ours() throws IOException {
        String out =
                record("--proxy", "--out", file.toString(), "--", "sh", "-c", BOT + " echo at $CHATC_SERVER; exit 7")
                        .run().hasStatus(7).out();
        assertThat(out).contains("\"on\":\"welcomed\"", "\"on\":\"bye\"", "at 127.0.0.1:");
        assertThat(Files.readAllLines(file)).anySatisfy(line -> assertThat(line).contains("\"opened\":\"client\""))
                .anySatisfy(line -> assertThat(line).contains(
                        "\"dir\":\"out\",\"event\":{\"do\":\"hello\",\"nick\":\"bot\",\"ref\":\"1\"}}"))
                .anySatisfy(line -> assertThat(line)
                        .contains("\"text\":\"token=${CHAT_TOKEN}\"},\"secrets\":[\"CHAT_TOKEN\"]"))
                .anySatisfy(line -> assertThat(line).contains("\"closed\":\"server\""));
    }

    @Test
    void what_is_piped_in_is_sent_and_recorded() throws Exception {
        try (Guest bob = server.guest("bob")) {
            record(file.toString()).input("my card 4711\n").with("--redact", "card (\\d+)").run().hasStatus(0);
            assertThat(bob.hears("my card 4711")).isNotNull();
        }
        assertThat(Files.readString(file)).contains("my card ${CHAT_SECRET}", "\"do\":\"hello\"")
                .doesNotContain("4711");
    }

    @Test
    void a_file_that_is_no_recording_is_left_alone() throws IOException {
        Files.writeString(file, "#!/usr/bin/env python3\n");
        assertThat(record(file.toString()).run().hasStatus(2).err()).contains("is no recording, so it is left alone");
        assertThat(file).hasContent("#!/usr/bin/env python3\n");
    }

    @Test
    void where_no_server_is_nothing_is_run_or_written() {
        assertThat(chatc("record", "--proxy", "localhost:1", "--out", file.toString(), "--", "echo", "hello").run()
                .hasStatus(69).out()).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void what_cannot_be_done_is_said() {
        assertThat(record("a", "b").run().hasStatus(2).err()).contains("a command is run with --proxy only");
        assertThat(record().run().hasStatus(2).err()).contains("name the file to write");
        assertThat(record("--proxy", "--", "no-such-bot").run().hasStatus(2).err())
                .contains("there is no command no-such-bot that can be run");
        assertThat(record(directory.resolve("no/file").toString()).run().hasStatus(2).err())
                .contains("there is no folder for");
    }

    @Test
    void a_check_names_places_and_not_secrets() throws IOException {
        record("--proxy", "--out", file.toString(), "--", "sh", "-c", BOT).run();
        record("--check-secrets", file.toString()).run().hasStatus(0);
        Files.writeString(file,
                Files.readString(file) + "{\"t\":9,\"who\":\"c1\",\"dir\":\"out\",\"raw\":\"PASS hunter2\"}\n");
        assertThat(record("--check-secrets", file.toString()).run().hasStatus(1).out()).contains("session.jsonl:")
                .contains("CHAT_PASSWORD would stand here").doesNotContain("hunter2");
    }
}
