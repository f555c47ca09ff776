package parley.chatd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.chatd.config.Config;
import parley.chatd.config.ConfigFile;
import parley.chatd.engine.MemoryEngine;
import parley.protocol.Command;
import parley.protocol.Password;
import parley.protocol.client.Client;
import parley.protocol.client.Inbox;
import parley.protocol.recording.Entry;
import parley.protocol.recording.RecordingReader;
import parley.protocol.recording.Side;

class RecordingsTest {

    @TempDir
    private Path directory;

    private Config config(Path file) throws Exception {
        return ConfigFile.parse("test", "[record]\nfile = \"" + file + "\"\n").onPort(0);
    }

    private static void talk(Daemon daemon) throws IOException, InterruptedException {
        try (Client alice = Client.connect(daemon.address(), new Inbox())) {
            alice.ask(new Command.Hello("alice"));
            alice.ask(new Command.Join("#vault", new Password("hunter2")));
            alice.ask(new Command.Say("#lobby", "x".repeat(5000)));
        }
    }

    @Test
    void allThatGoesOverTheWireIsRecordedWithoutSecrets() throws Exception {
        Path file = directory.resolve("session.jsonl");
        try (Daemon daemon = Daemon.start(config(file), new MemoryEngine(10))) {
            talk(daemon);
        }
        assertThat(Files.readString(file)).contains("\"do\":\"hello\"", "\"on\":\"welcomed\"", "\"on\":\"bye\"",
                "x".repeat(5000), "\"key\":\"${CHAT_KEY}\"").doesNotContain("hunter2");
        try (RecordingReader reader = RecordingReader.open(file)) {
            assertThat(reader.next()).isInstanceOf(Entry.Opened.class);
            assertThat(((Entry.Line) reader.next()).from()).isEqualTo(Side.CLIENT);
            assertThat(((Entry.Line) reader.next()).from()).isEqualTo(Side.SERVER);
        }
    }

    @Test
    void whatWasRecordedBeforeIsKept() throws Exception {
        Path file = directory.resolve("session.jsonl");
        for (int i = 0; i < 2; i++) {
            try (Daemon daemon = Daemon.start(config(file), new MemoryEngine(10))) {
                talk(daemon);
            }
        }
        try (Stream<Path> files = Files.list(directory)) {
            List<String> names = files.map(it -> it.getFileName().toString()).sorted().toList();
            assertThat(names).hasSize(2).first().isEqualTo("session.jsonl");
            assertThat(names.getLast()).matches("session\\.jsonl\\.\\d{8}-\\d{6}");
        }
    }

    @Test
    void whereNoneCanBeWrittenNoServerStarts() throws Exception {
        Config config = config(directory.resolve("no/such/folder.jsonl"));
        assertThatThrownBy(() -> Daemon.start(config, new MemoryEngine(10))).isInstanceOf(CannotListen.class)
                .hasMessageContaining("folder.jsonl cannot be begun");
    }
}
