package parley.scenarios.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.chatd.config.Config;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.client.Client;
import parley.protocol.client.Inbox;
import parley.protocol.recording.Header;
import parley.protocol.recording.Recorder;
import parley.protocol.recording.RecordingWriter;
import parley.protocol.recording.Redactor;
import parley.scenarios.RunOptions;
import parley.scenarios.language.Parser;
import parley.scenarios.run.Outcome;
import parley.scenarios.run.Runner;

class ScenarioWriterTest {

    @TempDir
    private Path directory;

    /** What a session does over a proxy. */
    private interface Session {
        void run(Proxy proxy) throws Exception;
    }

    private Path record(boolean irc, Session session) throws Exception {
        Path file = directory.resolve("session.jsonl");
        try (LocalServer server = LocalServer.start(Config.standard());
             Recorder recorder = new Recorder(
                     RecordingWriter.create(file, Header.now("test"), new Redactor(List.of())), e -> {
                         throw new IllegalStateException(e);
                     });
             Proxy proxy = Proxy.open(Listening.ANYWHERE, () -> server.connect(irc), recorder, note -> {
             })) {
            session.run(proxy);
        }
        return file;
    }

    private static List<String> steps(Path recording) throws IOException {
        List<String> lines = new ArrayList<>();
        ScenarioWriter.write(recording, lines::add);
        return lines;
    }

    private static void await(Inbox heard, Class<? extends Event> kind) throws Exception {
        boolean come = false;
        while (!come) {
            come = kind.isInstance(heard.take(Duration.ofSeconds(5)).orElseThrow());
        }
    }

    private void passes(List<String> steps) throws Exception {
        Path file = Files.write(directory.resolve("session.chat"), steps);
        assertThat(new Runner(RunOptions.STANDARD).run(Parser.file(file))).as(String.join("\n", steps))
                .isInstanceOf(Outcome.Passed.class);
    }

    @Test
    void a_recording_of_json_lines_is_a_scenario_that_passes() throws Exception {
        List<String> steps = steps(record(false, proxy -> {
            Inbox heard = new Inbox();
            try (Client alice = Client.connect(proxy.address(), heard);
                 Client bob = Client.connect(proxy.address(), new Inbox())) {
                alice.ask(new Command.Hello("alice"));
                bob.ask(new Command.Hello("bob"));
                Event.Done said = (Event.Done) bob.ask(new Command.Say("#lobby", "in #dev: *{hello}* \\o/\nyou"));
                alice.ask(new Command.Tell("bob", " psst"));
                alice.ask(new Command.Rename("bob"));
                alice.ask(new Command.Say("#lobby", "after"));
                bob.ask(new Command.Recall("#lobby", said.cursor(), null, 10));
                bob.ask(new Command.SetTopic("#lobby", "tea"));
                alice.ask(new Command.Sync());
                bob.drop();
                await(heard, Event.Left.class); // or she might be gone before she is told
            }
        }));
        assertThat(steps).contains("alice connects", "alice sees bob join #lobby",
                "bob says in #lobby \"in #dev: *\\{hello}* \\\\o/\\nyou\"",
                "alice sees bob say in #lobby \"in #dev: \\*\\{hello}\\* \\\\o/\\nyou\"", "alice says to bob \" psst\"",
                "alice sees refusal nick-taken", "bob asks for history of #lobby after {bob_cursor1} at most 10",
                "bob drops");
        passes(steps);
    }

    @Test
    void a_recording_of_irc_is_one_over_irc() throws Exception {
        List<String> steps = steps(record(true, proxy -> {
            try (Peer alice = new Peer(proxy.address()); Peer bob = new Peer(proxy.address())) {
                alice.say("NICK alice");
                alice.say("USER alice 0 * :Alice");
                alice.await(" 366 ");
                bob.say("NICK bob");
                bob.say("USER bob 0 * :Bob");
                bob.await(" 366 ");
                alice.await("JOIN");
                bob.say("PRIVMSG #lobby :hello *world*");
                alice.await("hello");
                bob.say("QUIT :gone");
                alice.await("QUIT");
                alice.hangUp();
                alice.await("never");
            } catch (IOException e) {
                return; // that is how it ends
            }
        }));
        assertThat(steps.subList(1, steps.size())).containsExactly("alice connects over irc", "bob connects over irc",
                "alice sees bob join #lobby", "bob says in #lobby hello *world*",
                "alice sees bob say in #lobby hello \\*world\\*", "bob disconnects because gone",
                "alice sees bob leave", "alice drops");
    }

    @Test
    void secrets_come_from_the_environment() throws Exception {
        Path file = Files.writeString(directory.resolve("secret.jsonl"), """
                {"recording":1,"by":"test","at":"2026-01-31T12:00:00Z"}
                {"t":0,"who":"c1","opened":"client"}
                {"t":0,"who":"c1","dir":"out","event":{"do":"hello","nick":"al","password":"${CHAT_PASSWORD}"},"secrets":["CHAT_PASSWORD"]}
                """);
        assertThat(steps(file)).contains("al connects with password {env.CHAT_PASSWORD}");
    }
}
