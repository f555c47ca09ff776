package parley.chatc;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatc.Invocation.chatc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done with a recording besides playing it. */
class RecordingCommandsTest {

    @TempDir
    private Path directory;
    private Path file;

    @BeforeEach
    void record() throws IOException {
        file = record("session.jsonl", "hello");
    }

    private Path record(String name, String text) {
        Path target = directory.resolve(name);
        try (TestServer server = TestServer.start()) {
            chatc("record", target.toString()).at(server).input(text + "\n\u001b[31mred\n").run().hasStatus(0);
        }
        return target;
    }

    @Test
    void show_prints_it_for_people_and_harms_no_terminal() {
        String out = chatc("show", file.toString()).run().hasStatus(0).out();
        assertThat(out)
                .contains("tester -> (connects)", "tester -> {\"do\":\"hello\"", "tester <- {\"on\":\"welcomed\"")
                .doesNotContain("\u001b");
        assertThat(out.lines()).allMatch(line -> line.matches(" +\\d+\\.\\d{3}  tester (->|<-) .*"));
        assertThat(chatc("show", "--who", "bob", file.toString()).run().hasStatus(2).err())
                .contains("bob is not in ", "there is tester");
    }

    @Test
    void diff_tells_whether_two_are_the_same() {
        Path same = record("same.jsonl", "hello");
        Path other = record("other.jsonl", "goodbye");
        assertThat(chatc("diff", file.toString(), same.toString()).run().hasStatus(0).out()).isEmpty();
        assertThat(chatc("diff", file.toString(), other.toString()).run().hasStatus(1).out())
                .contains("- ", "+ ", "  text: \"hello\" and \"goodbye\"");
        chatc("diff", file.toString(), "nowhere.jsonl").run().hasStatus(2);
    }

    @Test
    void a_recording_becomes_a_scenario_and_that_a_recording() throws IOException {
        Path scenario = directory.resolve("session.chat");
        chatc("convert", file.toString(), "--out", scenario.toString()).run().hasStatus(0);
        assertThat(Files.readAllLines(scenario)).contains("tester connects", "tester says in #lobby hello",
                "tester disconnects");
        assertThat(chatc("convert", file.toString()).run().hasStatus(0).out()).isEqualTo(Files.readString(scenario));
        chatc("run", scenario.toString()).run().hasStatus(0);
        Path again = directory.resolve("again.jsonl");
        chatc("convert", scenario.toString(), "--out", again.toString()).run().hasStatus(0);
        assertThat(chatc("diff", file.toString(), again.toString()).run().out().lines())
                .noneMatch(line -> line.contains("\"do\":\"say\""));
        chatc("replay", again.toString()).run().hasStatus(0);
    }

    @Test
    void show_is_of_those_who_are_asked_for() throws IOException {
        Path two = Files.writeString(directory.resolve("two.jsonl"), """
                {"recording":1,"by":"test"}
                {"t":0,"who":"c1","opened":"client"}
                {"t":1,"who":"c1","dir":"out","raw":"NICK one"}
                {"t":2,"who":"c2","opened":"client"}
                {"t":3,"who":"c2","dir":"out","raw":"NICK two"}
                """);
        assertThat(chatc("show", "--who", "two", two.toString()).run().hasStatus(0).out())
                .isEqualTo("     2.000  two -> (connects)\n     3.000  two -> NICK two\n");
        assertThat(chatc("show", "--who", "three", two.toString()).run().hasStatus(2).err())
                .contains("three is not in", "there are one, two");
    }

    @Test
    void the_configuration_of_a_scenario_s_server_goes_with_it() throws IOException {
        Path scenario = Files.writeString(directory.resolve("motd.chat"),
                "server\n    motd = \"Be kind.\"\n\nalice connects\nalice sees welcome \"Be kind.\"\n");
        Path recording = directory.resolve("motd.jsonl");
        chatc("convert", scenario.toString(), "--out", recording.toString()).run().hasStatus(0);
        chatc("replay", recording.toString()).run().hasStatus(0);
        chatc("replay", "--re-record", recording.toString()).run().hasStatus(0);
        assertThat(chatc("convert", recording.toString()).run().hasStatus(0).out()).contains(
                "server\n    motd = \"Be kind.\"\n", "alice connects\n", "alice sees welcome Be kind.");
        Path other = Files.writeString(directory.resolve("chatd.toml"), "motd = \"Be bold.\"\n");
        assertThat(chatc("replay", "--config", other.toString(), recording.toString()).run().hasStatus(1).out())
                .contains("motd: expected \"Be kind.\", got \"Be bold.\"");
        Path killed = Files.writeString(directory.resolve("killed.chat"), "alice connects\nserver is killed\n");
        assertThat(chatc("convert", killed.toString(), "--out", directory.resolve("k.jsonl").toString()).run()
                .hasStatus(2).err()).contains("killed.chat:2: server is killed", "what went over the wire");
    }

    @Test
    void no_key_of_a_room_reaches_a_recording_and_each_way_takes_it_out_of_the_environment() throws IOException {
        Path scenario = Files.writeString(directory.resolve("keyed.chat"), """
                server
                    [[rooms]]
                    name = "#vault"
                    everyone = false
                    key = "open \\"sesame\\""

                alice connects
                alice joins #vault with key open "sesame"
                """);
        Path recording = directory.resolve("keyed.jsonl");
        chatc("convert", scenario.toString(), "--out", recording.toString()).run().hasStatus(0);
        assertThat(Files.readString(recording)).doesNotContain("sesame")
                .contains("key = \\\"${CHAT_KEY}\\\"", "\"key\":\"${CHAT_KEY}\"", "\"secrets\":[\"CHAT_KEY\"]");
        assertThat(chatc("replay", recording.toString()).run().hasStatus(2).err())
                .contains("needs CHAT_KEY: set this variable");
        chatc("replay", recording.toString()).env("CHAT_KEY", "open \"sesame\"").run().hasStatus(0);
        chatc("redact", "--check", recording.toString()).run().hasStatus(0);

        chatc("replay", "--re-record", recording.toString()).env("CHAT_KEY", "open \"sesame\"").run().hasStatus(0);
        assertThat(Files.readString(recording)).doesNotContain("sesame").doesNotContain("CHAT_KEY_2");

        Path back = directory.resolve("back.chat");
        chatc("convert", recording.toString(), "--out", back.toString()).run().hasStatus(0);
        assertThat(Files.readString(back)).contains("    key = \"{env.CHAT_KEY}\"",
                "alice joins #vault with key {env.CHAT_KEY}");
        chatc("run", back.toString()).env("CHAT_KEY", "open \"sesame\"").run().hasStatus(0);
        assertThat(chatc("run", back.toString()).run().hasStatus(2).out()).contains("the environment has no CHAT_KEY");
    }

    @Test
    void a_key_that_stands_in_a_recording_is_found_and_taken_out() throws IOException {
        Path old = Files.writeString(directory.resolve("old.jsonl"), """
                {"recording":1,"by":"test","server":"[[rooms]]\\nname = \\"#vault\\"\\nkey = 'sesame'"}
                {"t":0,"who":"c1","opened":"client"}
                {"t":0,"who":"c1","dir":"out","event":{"do":"hello","nick":"al","password":"${CHAT_PASSWORD}"},"secrets":["CHAT_PASSWORD"]}
                """);
        assertThat(chatc("record", "--check-secrets", old.toString()).run().hasStatus(1).out())
                .contains("old.jsonl:1: CHAT_KEY would stand here").doesNotContain("sesame");
        chatc("redact", old.toString()).run().hasStatus(0);
        assertThat(Files.readString(old)).doesNotContain("sesame").contains("\"secrets\":[\"CHAT_KEY\"]");
        chatc("record", "--check-secrets", old.toString()).run().hasStatus(0);
    }

    @Test
    void what_cannot_be_converted_is_said() throws IOException {
        Path broken = Files.writeString(directory.resolve("broken.chat"), "alice dances\n");
        assertThat(chatc("convert", broken.toString(), "--out", file.toString()).run().hasStatus(2).err())
                .contains("broken.chat:1");
        assertThat(chatc("convert", broken.toString()).run().hasStatus(2).err()).contains("--out FILE");
        Path fails =
                Files.writeString(directory.resolve("fails.chat"), "alice connects\nalice sees goodbye within 10ms\n");
        assertThat(chatc("convert", fails.toString(), "--out", directory.resolve("x.jsonl").toString()).run()
                .hasStatus(1).err()).contains("fails.chat:2");
    }

    @Test
    void redact_takes_out_what_was_not_known_to_be_a_secret() throws IOException {
        chatc("redact", "--check", file.toString()).run().hasStatus(0);
        assertThat(chatc("redact", "--check", "--redact", "hello$", file.toString()).run().hasStatus(1).out())
                .contains("CHAT_SECRET would stand here");
        chatc("redact", "--redact", "hello$", file.toString()).run().hasStatus(0);
        assertThat(Files.readString(file)).contains("\"text\":\"${CHAT_SECRET}\"").doesNotContain("\"hello\"}");
        assertThat(chatc("replay", file.toString()).run().hasStatus(2).err()).contains("needs CHAT_SECRET");
        chatc("replay", file.toString()).env("CHAT_SECRET", "hullo").run().hasStatus(0);
    }
}
