package parley.scenarios.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.chatd.config.Config;
import parley.protocol.Command;
import parley.protocol.client.Client;
import parley.protocol.client.Inbox;
import parley.protocol.recording.Header;
import parley.protocol.recording.Recorder;
import parley.protocol.recording.RecordingWriter;
import parley.protocol.recording.Redactor;

/** A line more or less in one place of a recording is one difference, and the rest is as it was. */
class AlignmentTest {

    private static final List<String> SAID = List.of("one", "two", "three", "four", "five");

    @TempDir
    private Path directory;
    private Path file;
    private List<String> recorded = List.of();

    @BeforeEach
    void record() throws Exception {
        file = directory.resolve("session.jsonl");
        try (LocalServer server = LocalServer.start(Config.standard());
             Recorder recorder = new Recorder(
                     RecordingWriter.create(file, Header.now("test"), new Redactor(List.of())), e -> {
                         throw new IllegalStateException(e);
                     });
             Proxy proxy = Proxy.open(Listening.ANYWHERE, () -> server.connect(false), recorder, note -> {
             });
             Client alice = Client.connect(proxy.address(), new Inbox());
             Client bob = Client.connect(proxy.address(), new Inbox())) {
            alice.ask(new Command.Hello("alice"));
            bob.ask(new Command.Hello("bob"));
            for (String text : SAID) {
                bob.ask(new Command.Say("#lobby", text));
            }
            alice.ask(new Command.Recall("#lobby", null, null, 10));
            alice.ask(new Command.Sync());
        }
        recorded = Files.readAllLines(file);
    }

    private static boolean tells(String line, String text) {
        return line.contains("\"on\":\"said\"") && !line.contains("\"past\":true")
                && line.contains("\"text\":\"" + text + "\"");
    }

    /** The recording with other lines in place of the one in which alice is told this. */
    private void edit(String text, UnaryOperator<List<String>> change) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.addAll(tells(line, text) ? change.apply(List.of(line)) : List.of(line));
        }
        Files.write(file, lines);
    }

    private Verdict play(boolean update) throws Exception {
        return play(update, Map.of());
    }

    private Verdict play(boolean update, Map<String, String> environment) throws Exception {
        try (LocalServer server = LocalServer.start(Config.standard())) {
            Replay replay = new Replay(file, server, new ReplayOptions(Duration.ofSeconds(2), 0, environment));
            return update ? replay.update(false) : replay.compare(line -> {
            });
        }
    }

    private static List<String> timeless(List<String> lines) {
        return lines.stream().map(line -> line.replaceAll("\"(t|at)\":\"?[^,\"]*\"?", "")).toList();
    }

    private void comesRight() throws Exception {
        assertThat(play(true).findings()).isEmpty();
        assertThat(timeless(Files.readAllLines(file))).containsExactlyInAnyOrderElementsOf(timeless(recorded));
        assertThat(play(false).findings()).isEmpty();
    }

    @Test
    void a_line_more_than_recorded_is_one_difference() throws Exception {
        edit("two", line -> List.of());
        assertThat(play(false).findings()).singleElement().asString()
                .contains("to alice: the recording does not have", "two");
        comesRight();
    }

    @Test
    void a_line_less_than_recorded_is_one_difference() throws Exception {
        edit("two", line -> List.of(line.getFirst(), line.getFirst().replace("two", "and a half")));
        assertThat(play(false).findings()).singleElement().asString().contains("nothing came instead of", "half");
        comesRight();
    }

    @Test
    void a_line_that_is_otherwise_is_one_difference() throws Exception {
        edit("two", line -> List.of(line.getFirst().replace("two", "too")));
        assertThat(play(false).findings()).singleElement().asString()
                .contains("text: expected \"too\", got \"two\"");
        comesRight();
    }

    @Test
    void what_is_beside_the_others_stays() throws Exception {
        edit("one", line -> List.of());
        edit("two", line -> List.of(line.getFirst().replace("two", "too")));
        edit("three", line -> List.of(line.getFirst().replaceFirst("}$", ",\"note\":\"mind this\"}")));
        edit("four", line -> List.of(line.getFirst().replaceFirst("}$", ",\"match\":{\"text\":\"f{rest}\"}}")));
        assertThat(play(false).findings()).hasSize(2);
        assertThat(play(true).findings()).isEmpty();
        assertThat(Files.readAllLines(file)).hasSameSizeAs(recorded)
                .anySatisfy(line -> assertThat(line).contains("three", "\"note\":\"mind this\""))
                .anySatisfy(line -> assertThat(line).contains("four", "\"match\":{\"text\":\"f{rest}\"}"))
                .noneSatisfy(line -> assertThat(line).contains("too"));
        assertThat(play(false).findings()).isEmpty();
    }

    /** A history comes in one go: what is missing in its midst is added there. */
    @Test
    void a_line_more_stands_where_it_came() throws Exception {
        Files.write(file, recorded.stream()
                .filter(line -> !(line.contains("\"past\":true") && line.contains("\"two\""))).toList());
        assertThat(play(true).findings()).isEmpty();
        assertThat(timeless(Files.readAllLines(file)).stream().filter(line -> line.contains("\"past\":true")))
                .isEqualTo(timeless(recorded).stream().filter(line -> line.contains("\"past\":true")).toList());
    }

    @Test
    void what_differs_anyway_and_what_has_a_pattern_stays_as_it_was_recorded() throws Exception {
        edit("two", line -> List.of(line.getFirst().replace("two", "too").replaceFirst("\"at\":\"[^\"]*",
                "\"at\":\"2020-02-02T02:02:02.020Z").replace("\"from\":\"bob\"", "\"from\":\"b\"")
                .replaceFirst("}$", ",\"match\":{\"from\":\"b*\"}}")));
        assertThat(play(true).findings()).isEmpty();
        assertThat(Files.readAllLines(file)).anySatisfy(line -> assertThat(line).contains("\"from\":\"b\"",
                "\"text\":\"two\"", "\"at\":\"2020-02-02T02:02:02.020Z\"", "\"match\":{\"from\":\"b*\"}"));
    }

    @Test
    void a_secret_is_written_by_its_name() throws Exception {
        edit("two", line -> List.of(line.getFirst().replace("two", "not two")));
        Files.writeString(file, Files.readString(file).replaceFirst(
                "(\"do\":\"say\",\"room\":\"#lobby\",\"text\":)\"two\"([^\n]*)}\n",
                "$1\"\\${CHAT_TOKEN}\"$2,\"secrets\":[\"CHAT_TOKEN\"]}\n"));
        assertThat(play(true, Map.of("CHAT_TOKEN", "two")).findings()).isEmpty();
        assertThat(Files.readAllLines(file)).anySatisfy(line -> assertThat(line).contains("\"on\":\"said\"",
                "\"text\":\"${CHAT_TOKEN}\"", "\"secrets\":[\"CHAT_TOKEN\"]"));
    }

    @Test
    void so_is_one_in_a_line_that_is_added() throws Exception {
        edit("two", line -> List.of());
        Files.writeString(file, Files.readString(file).replaceFirst(
                "(\"do\":\"say\",\"room\":\"#lobby\",\"text\":)\"two\"([^\n]*)}\n",
                "$1\"\\${CHAT_TOKEN}\"$2,\"secrets\":[\"CHAT_TOKEN\"]}\n"));
        assertThat(play(true, Map.of("CHAT_TOKEN", "two")).findings()).isEmpty();
        assertThat(Files.readAllLines(file)).anySatisfy(line -> assertThat(line).contains("\"on\":\"said\"",
                "\"text\":\"${CHAT_TOKEN}\"", "\"secrets\":[\"CHAT_TOKEN\"]"));
    }

    /** What a recorder that died has not seen, nobody can say has come too much. */
    @Test
    void of_a_recording_that_was_cut_off_the_end_is_not_judged() throws Exception {
        String lines = String.join("\n", recorded).replaceFirst("(?s)(\"do\":\"say\"[^\n]*\"five\"[^\n]*\n).*", "$1");
        Files.writeString(file, lines + "{\"t\":9,\"who");
        assertThat(play(false).findings()).isEmpty();
        Files.writeString(file, lines);
        assertThat(play(false).findings()).isNotEmpty();
    }

    @Test
    void what_is_not_said_at_all_is_one_difference_each_and_the_end_is_reached() throws Exception {
        for (String text : SAID) {
            edit(text, line -> List.of(line.getFirst().replace("\"text\":\"", "\"text\":\"not ")));
        }
        assertThat(play(false).findings()).hasSameSizeAs(SAID)
                .allSatisfy(line -> assertThat(line).contains("expected \"not "));
        comesRight();
    }

    /** Two who say something at once, and one who hears it: in which order, is the server's affair. */
    private static final String RACE = """
            {"recording":1,"by":"test"}
            {"t":0,"who":"c1","opened":"client"}
            {"t":0,"who":"c1","dir":"out","event":{"do":"hello","nick":"alice","ref":"1"}}
            {"t":0,"who":"c1","dir":"in","event":{"on":"welcomed","re":"1","nick":"alice","server":"x","rooms":["#lobby"],"motd":""}}
            {"t":0,"who":"c2","opened":"client"}
            {"t":0,"who":"c2","dir":"out","event":{"do":"hello","nick":"bob","ref":"1"}}
            {"t":0,"who":"c2","dir":"in","event":{"on":"welcomed","re":"1","nick":"bob","server":"x","rooms":["#lobby"],"motd":""}}
            {"t":0,"who":"c1","dir":"in","event":{"on":"joined","room":"#lobby","nick":"bob"}}
            {"t":0,"who":"c3","opened":"client"}
            {"t":0,"who":"c3","dir":"out","event":{"do":"hello","nick":"carol","ref":"1"}}
            {"t":0,"who":"c3","dir":"in","event":{"on":"welcomed","re":"1","nick":"carol","server":"x","rooms":["#lobby"],"motd":""}}
            {"t":0,"who":"c1","dir":"in","event":{"on":"joined","room":"#lobby","nick":"carol"}}
            {"t":0,"who":"c2","dir":"in","event":{"on":"joined","room":"#lobby","nick":"carol"}}
            {"t":0,"who":"c1","dir":"out","event":{"do":"say","room":"#lobby","text":"a1","ref":"2"}}
            %s
            {"t":0,"who":"c2","dir":"out","event":{"do":"say","room":"#lobby","text":"b1","ref":"2"}}
            {"t":0,"who":"c3","dir":"in","event":{"on":"said","room":"#lobby","cursor":"3","from":"bob","text":"b1","at":"2026-01-31T12:00:00.123Z"}}
            {"t":0,"who":"c3","dir":"in","event":{"on":"said","room":"#lobby","cursor":"4","from":"alice","text":"a1","at":"2026-01-31T12:00:00.123Z"}}
            {"t":0,"who":"c1","dir":"in","event":{"on":"said","room":"#lobby","cursor":"3","from":"bob","text":"b1","at":"2026-01-31T12:00:00.123Z"}}
            {"t":0,"who":"c1","dir":"in","event":{"on":"done","re":"2","room":"#lobby","cursor":"4"}}
            {"t":0,"who":"c2","dir":"in","event":{"on":"done","re":"2","room":"#lobby","cursor":"3"}}
            %s
            """;
    private static final String BOB_HEARS =
            """
            {"t":0,"who":"c2","dir":"in","event":{"on":"said","room":"#lobby","cursor":"4","from":"alice","text":"a1","at":"2026-01-31T12:00:00.123Z"}}""";

    private Verdict check(String recording) throws Exception {
        Files.writeString(file, recording);
        try (LocalServer server = LocalServer.start(Config.standard())) {
            return new Replay(file, server, new ReplayOptions(Duration.ofSeconds(2), 0, Map.of())).check();
        }
    }

    @Test
    void what_two_did_who_did_not_know_of_each_other_may_come_in_either_order() throws Exception {
        assertThat(check(RACE.formatted("", BOB_HEARS)).findings()).isEmpty();
    }

    @Test
    void what_one_did_having_seen_what_the_other_did_comes_after_it() throws Exception {
        assertThat(check(RACE.formatted(BOB_HEARS, "")).findings()).singleElement().asString()
                .contains("to carol, expected this next in #lobby", "\"from\":\"bob\",\"text\":\"b1\"",
                        "\"from\":\"alice\",\"text\":\"a1\"");
    }
}
