package parley.scenarios.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.chatd.config.ConfigFile;
import parley.protocol.Address;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.client.Client;
import parley.protocol.client.Inbox;
import parley.protocol.link.Link;
import parley.protocol.recording.Header;
import parley.protocol.recording.Recorder;
import parley.protocol.recording.RecordingWriter;
import parley.protocol.recording.Redactor;

class ReplayTest {

    @TempDir
    private Path directory;
    private Path file;
    private LocalServer server;

    @BeforeEach
    void start() throws Exception {
        file = directory.resolve("session.jsonl");
        server = LocalServer.start(ConfigFile.parse("test", "motd = \"Be kind.\"\n"));
        record();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Two who talk, one who comes late, and a history that is read with a cursor. */
    private void record() throws Exception {
        LocalServer original = LocalServer.start(ConfigFile.parse("test", "motd = \"Be kind.\"\n"));
        try (original; Recorder recorder = new Recorder(
                RecordingWriter.create(file, Header.now("test"), new Redactor(List.of())), e -> {
                    throw new IllegalStateException(e);
                });
             Proxy proxy = Proxy.open(Listening.ANYWHERE, () -> original.connect(false), recorder, note -> {
             })) {
            talk(proxy.address());
        }
    }

    private static void talk(Address address) throws IOException, InterruptedException {
        Inbox heard = new Inbox();
        try (Client alice = Client.connect(address, heard); Client bob = Client.connect(address, new Inbox())) {
            alice.ask(new Command.Hello("alice"));
            bob.ask(new Command.Hello("bob"));
            Event.Done first = (Event.Done) bob.ask(new Command.Say("#lobby", "hello"));
            alice.ask(new Command.Say("#lobby", "hello, bob"));
            bob.ask(new Command.Tell("alice", "psst"));
            alice.ask(new Command.Recall("#lobby", first.cursor(), null, 10));
            assertThat(heard.take(Duration.ofSeconds(5))).isPresent();
            alice.ask(new Command.Ping());
        }
    }

    private Verdict replay(Path recording) throws Exception {
        return new Replay(recording, server, options(Map.of())).check();
    }

    private static ReplayOptions options(Map<String, String> environment) {
        return new ReplayOptions(Duration.ofSeconds(5), 0, environment);
    }

    private Path edited(String part, String other) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(part);
        return Files.writeString(directory.resolve("edited.jsonl"),
                text.replaceFirst(java.util.regex.Pattern.quote(part),
                        java.util.regex.Matcher.quoteReplacement(other)));
    }

    @Test
    void what_was_recorded_comes_again_though_cursors_and_times_differ() throws Exception {
        try (Client other = Client.connect(server.address(), new Inbox())) {
            other.ask(new Command.Hello("carol"));
            other.ask(new Command.Say("#lobby", "moves the cursors on"));
            other.ask(new Command.Leave("#lobby", null));
        }
        Verdict verdict = replay(file);
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.agreed()).isGreaterThan(12);
    }

    @Test
    void what_the_server_says_otherwise_is_shown_beside_what_it_said() throws Exception {
        Verdict verdict = replay(edited("\"from\":\"bob\",\"text\":\"hello\"", "\"from\":\"bob\",\"text\":\"hullo\""));
        assertThat(verdict.findings()).singleElement().asString().contains("edited.jsonl:",
                "to alice, expected this next in #lobby",
                "text: expected \"hullo\", got \"hello\"", "bob's last lines:", "-> {\"do\":\"say\"");
    }

    @Test
    void what_does_not_come_is_missed() throws Exception {
        String joined = Files.readAllLines(file).stream().filter(line -> line.contains("\"on\":\"joined\"")).findFirst()
                .orElseThrow();
        Verdict verdict = new Replay(edited(joined, joined + "\n" + joined.replace("\"bob\"", "\"dave\"")), server,
                new ReplayOptions(Duration.ofSeconds(2), 0, Map.of())).check();
        assertThat(verdict.findings()).singleElement().asString()
                .contains("to alice, expected this next in #lobby, and nothing came", "dave");
    }

    @Test
    void what_the_recording_does_not_have_is_found() throws Exception {
        String joined = Files.readAllLines(file).stream().filter(line -> line.contains("\"on\":\"told\"")).findFirst()
                .orElseThrow();
        assertThat(replay(edited(joined + "\n", "")).findings()).singleElement().asString()
                .contains("got something that the recording does not have", "psst");
    }

    @Test
    void the_same_cursor_in_two_places_must_be_the_same_again() throws Exception {
        Verdict verdict = replay(file);
        assertThat(verdict.passed()).isTrue();
        String past = Files.readAllLines(file).stream().filter(line -> line.contains("\"past\":true")).findFirst()
                .orElseThrow();
        String cursor = past.replaceFirst(".*\"cursor\":\"(\\d+)\".*", "$1");
        Path edited = edited(past, past.replace("\"cursor\":\"" + cursor + "\"", "\"cursor\":\"999\""));
        try (LocalServer fresh = LocalServer.start(ConfigFile.parse("test", "motd = \"Be kind.\"\n"))) {
            assertThat(new Replay(edited, fresh, options(Map.of())).check().findings()).singleElement().asString()
                    .contains("cursor: expected \"999\"");
        }
    }

    @Test
    void a_pattern_comes_before_the_line() throws Exception {
        String line = Files.readAllLines(file).stream().filter(it -> it.contains("\"on\":\"told\"")).findFirst()
                .orElseThrow();
        String pattern = line.replace("psst", "whatever").replaceFirst("}$", ",\"match\":{\"text\":\"p*t\"}}");
        assertThat(replay(edited(line, pattern)).findings()).isEmpty();
        String wrong = line.replaceFirst("}$", ",\"match\":{\"text\":\"q*\"}}");
        try (LocalServer fresh = LocalServer.start(ConfigFile.parse("test", "motd = \"Be kind.\"\n"))) {
            assertThat(new Replay(edited(line, wrong), fresh, options(Map.of())).check().findings()).singleElement()
                    .asString().contains("expected \"q*\", got \"psst\"");
        }
    }

    @Test
    void a_secret_comes_from_the_environment_or_is_missed_by_name() throws Exception {
        Path secret = edited("{\"do\":\"say\",\"room\":\"#lobby\",\"text\":\"hello\"",
                "{\"do\":\"say\",\"room\":\"#lobby\",\"text\":\"${CHAT_TOKEN}\"");
        Path marked = Files.writeString(secret, Files.readString(secret).replaceFirst(
                "(\\$\\{CHAT_TOKEN}.*)}", "$1,\"secrets\":[\"CHAT_TOKEN\"]}"));
        assertThatThrownBy(() -> replay(marked)).isInstanceOf(SecretsMissing.class)
                .hasMessageContaining("needs CHAT_TOKEN: set this variable");
        assertThat(new Replay(marked, server, options(Map.of("CHAT_TOKEN", "hello"))).check().findings()).isEmpty();
    }

    /** Two who act one after the other, though nothing that came in between says that they have to. */
    private static final String ONE_AFTER_THE_OTHER = """
            {"recording":1,"by":"test"}
            {"t":0,"who":"c1","opened":"client"}
            {"t":0,"who":"c1","dir":"out","event":{"do":"hello","nick":"alice","ref":"1"}}
            {"t":0,"who":"c1","dir":"in","event":{"on":"welcomed","re":"1","nick":"alice","server":"x","rooms":["#lobby"],"motd":"Be kind."}}
            {"t":0,"who":"c2","opened":"client"}
            {"t":0,"who":"c2","dir":"out","event":{"do":"hello","nick":"bob","ref":"1"}}
            {"t":0,"who":"c2","dir":"in","event":{"on":"welcomed","re":"1","nick":"bob","server":"x","rooms":["#lobby"],"motd":"Be kind."}}
            {"t":0,"who":"c1","dir":"in","event":{"on":"joined","room":"#lobby","nick":"bob"}}
            {"t":0,"who":"c1","dir":"out","event":{"do":"tell","to":"alice","text":"to myself"}}
            {"t":0,"who":"c2","dir":"out","event":{"do":"tell","to":"bob","text":"to myself"}}
            {"t":0,"who":"c1","closed":"client"}
            """;

    /** What goes over the wire of each connection that is opened, in the order in which it does. */
    private static final class Tapped implements Replay.Server {

        private final Replay.Server server;
        private final List<String> wire = new CopyOnWriteArrayList<>();
        private int links;

        Tapped(Replay.Server server) {
            this.server = server;
        }

        @Override
        public Link connect(boolean irc) throws IOException {
            Link link = server.connect(irc);
            int number = ++links;
            link.tap(new Link.Tap() {
                @Override
                public void came(ByteBuffer bytes) {
                    add(" <- ", StandardCharsets.UTF_8.decode(bytes.duplicate()).toString());
                }

                @Override
                public void goes(ByteBuffer bytes) {
                    add(" -> ", StandardCharsets.UTF_8.decode(bytes.duplicate()).toString());
                }

                @Override
                public void ended() {
                    add(" <- ", "end");
                }

                @Override
                public void ends() {
                    add(" -> ", "end");
                }

                private void add(String arrow, String text) {
                    text.lines().forEach(line -> wire.add(number + arrow + line));
                }
            });
            return link;
        }

        /** Where a line with all of this comes first from there on. */
        int index(int from, String... parts) {
            for (int i = from; i < wire.size(); i++) {
                if (Stream.of(parts).allMatch(wire.get(i)::contains)) {
                    return i;
                }
            }
            throw new AssertionError(String.join(" ", parts) + " is not in\n" + String.join("\n", wire));
        }
    }

    @Test
    void the_server_has_done_what_one_asked_before_another_acts_or_goes() throws Exception {
        Tapped tapped = new Tapped(server);
        Files.writeString(file, ONE_AFTER_THE_OTHER);
        new Replay(file, tapped, options(Map.of())).compare(line -> {
        });
        int alice = tapped.index(0, "1 -> ", "to myself");
        int bob = tapped.index(0, "2 -> ", "to myself");
        int end = tapped.index(0, "1 -> end");
        assertThat(tapped.index(tapped.index(alice, "1 -> ", "\"ping\""), "1 <- ", "\"pong\"")).isBetween(alice, bob);
        assertThat(tapped.index(tapped.index(bob, "2 -> ", "\"ping\""), "2 <- ", "\"pong\"")).isBetween(bob, end);
    }

    @Test
    void all_differences_are_found_if_that_is_asked_for() throws Exception {
        Path edited = edited("\"from\":\"bob\",\"text\":\"hello\"", "\"from\":\"bob\",\"text\":\"hullo\"");
        Files.writeString(edited,
                Files.readString(edited).replace("\"text\":\"psst\",\"at\"", "\"text\":\"pst\",\"at\""));
        assertThat(new Replay(edited, server, options(Map.of())).compare(line -> {
        }).findings()).hasSize(2).allSatisfy(line -> assertThat(line).contains("edited.jsonl:", "to alice: text: "));
    }
}
