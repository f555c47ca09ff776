package parley.protocol.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingFileTest {

    private static final Header HEADER = new Header(1, "chatc 1.0", Instant.parse("2026-01-31T12:00:00Z"), "",
            List.of());
    private static final String FIRST = """
            {"recording":1,"by":"chatc 1.0","at":"2026-01-31T12:00:00Z"}
            """;

    @TempDir
    private Path directory;

    private Path write(Entry... entries) throws IOException {
        Path file = directory.resolve("session.jsonl");
        try (RecordingWriter writer = RecordingWriter.create(file, HEADER, new Redactor(List.of()))) {
            for (Entry entry : entries) {
                writer.write(entry);
            }
        }
        return file;
    }

    private static List<Entry> read(Path file) throws IOException {
        try (RecordingReader reader = RecordingReader.open(file)) {
            List<Entry> entries = new ArrayList<>();
            for (Entry entry = reader.next(); entry != null; entry = reader.next()) {
                entries.add(entry);
            }
            return entries;
        }
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("given.jsonl"), text);
    }

    private static Entry.Line line(Side from, String text) {
        return new Entry.Line(1_234_567, "c1", from, text, LineEnd.usual(text));
    }

    @Test
    void whatWasWrittenIsRead() throws IOException {
        Entry[] entries = {new Entry.Opened(1, "c1"), line(Side.CLIENT, "{\"do\":\"ping\",\"ref\":\"1\"}"),
                line(Side.SERVER, "{ \"on\" : \"pong\" }"), line(Side.SERVER, "{ not JSON"), line(Side.CLIENT, ""),
                line(Side.SERVER, ":irc.example.org NOTICE * :a\"b\\\u2028\u001b"),
                new Entry.Line(9, "c1", Side.CLIENT, "PING x", LineEnd.LF),
                new Entry.Line(9, "c1", Side.CLIENT, "NICK a", LineEnd.CRLF,
                        new Marks(List.of(), Map.of("0", "b*"), "odd")),
                new Entry.Bytes(12, "c1", Side.SERVER, "\u00ff\u0000\u0080\n"),
                new Entry.Closed(9_000_000_000L, "c1", Side.SERVER)};
        assertThat(read(write(entries))).containsExactly(entries);
    }

    @Test
    void itLooksLikeThis() throws IOException {
        assertThat(write(new Entry.Opened(0, "c1"), line(Side.CLIENT, "{\"do\":\"ping\",\"ref\":\"1\"}"),
                line(Side.SERVER, "{\"on\": \"pong\"}"), line(Side.SERVER, "PING :x"))).hasContent(FIRST + """
                        {"t":0.000000,"who":"c1","opened":"client"}
                        {"t":1.234567,"who":"c1","dir":"out","event":{"do":"ping","ref":"1"}}
                        {"t":1.234567,"who":"c1","dir":"in","event":{"on":"pong"},"raw":"{\\"on\\": \\"pong\\"}"}
                        {"t":1.234567,"who":"c1","dir":"in","raw":"PING :x"}
                        """);
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        assertThat(Files.getPosixFilePermissions(write())).hasSize(2);
    }

    @Test
    void whatACrashCutOffIsPassedOverAndSaid() throws IOException {
        Path file = write(line(Side.CLIENT, "PING x"));
        for (String rest : new String[]{"{", "{\"t\":1,\"who\":\"c1\",\"dir\":\"out\",\"raw\":\"\u00e4"}) {
            byte[] bytes = rest.getBytes(StandardCharsets.UTF_8);
            Path cut = Files.copy(file, directory.resolve("cut" + bytes.length));
            Files.write(cut, java.util.Arrays.copyOf(bytes, Math.max(1, bytes.length - 1)), StandardOpenOption.APPEND);
            try (RecordingReader reader = RecordingReader.open(cut)) {
                assertThat(reader.next()).isEqualTo(line(Side.CLIENT, "PING x"));
                assertThat(reader.next()).isNull();
                assertThat(reader.warning()).hasValueSatisfying(it -> assertThat(it).contains(":3: the last line"));
            }
        }
    }

    @Test
    void aLastLineNeedsNoEnd() throws IOException {
        assertThat(read(file(FIRST + "{\"t\":0,\"who\":\"a\",\"opened\":\"client\"}"))).hasSize(1);
    }

    @Test
    void whatIsNoRecordingIsRefusedWithItsPlace() {
        refused("", ":1: this is not a recording");
        refused("alice connects\n", ":1: this is not a recording");
        refused("{\"recording\":2}\n", ":1: the recording is of version 2, and this program reads version 1");
        refused(FIRST + "what?\n{}\n", ":2: this is not a JSON object");
        refused(FIRST + "{\"t\":1}\n", ":2: \"who\" is missing");
        refused(FIRST + "\n{\"t\":\"x\",\"who\":\"a\"}\n", ":3: \"t\" is missing");
        refused(FIRST + "{\"t\":1,\"who\":\"a\",\"dir\":\"up\",\"raw\":\"x\"}\n", ":2: \"dir\" is \"out\" or \"in\"");
        refused(FIRST + "{\"t\":1,\"who\":\"a\",\"dir\":\"in\"}\n", ":2: this says nothing");
        refused(FIRST + "{\"t\":1,\"who\":\"a\",\"dir\":\"in\",\"bytes\":\"?\"}\n", ":2: \"bytes\" is base64");
        refused(FIRST + "{\"t\":1,\"who\":\"a\",\"closed\":\"me\"}\n",
                "\"closed\" is \"client\" or \"server\", not \"me\"");
    }

    private void refused(String text, String sentence) {
        assertThatThrownBy(() -> read(file(text))).isInstanceOf(RecordingInvalid.class)
                .hasMessageContaining("given.jsonl").hasMessageContaining(sentence);
    }

    @Test
    void aLineThatComesInPiecesStaysOneAndNoByteIsLost() throws IOException {
        Path file = directory.resolve("wire.jsonl");
        try (Recorder recorder = new Recorder(RecordingWriter.create(file, HEADER, new Redactor(List.of())), e -> {
        })) {
            Recorder.Connection connection = recorder.open();
            for (byte b : "NICK \u00e4\r\nPING x\n\u0001".getBytes(StandardCharsets.UTF_8)) {
                connection.heard(Side.CLIENT, ByteBuffer.wrap(new byte[]{b}));
            }
            connection.heard(Side.SERVER, ByteBuffer.wrap(new byte[]{(byte) 0xff, '\r', '\n', 'o', 'k', '\r', '\n'}));
            connection.heard(Side.SERVER, ByteBuffer.allocate(WireCutter.LINE_LIMIT + 1));
            connection.heard(Side.SERVER, ByteBuffer.wrap(new byte[]{'\n', 'P', '\n'}));
            connection.closed(Side.CLIENT);
        }
        assertThat(read(file).stream().map(RecordingFileTest::seen)).containsExactly("opened", "NICK \u00e4 CRLF",
                "PING x LF", "3 bytes", "ok CRLF", WireCutter.LINE_LIMIT + " bytes", "2 bytes", "P LF", "1 bytes",
                "closed");
    }

    private static String seen(Entry entry) {
        return switch (entry) {
            case Entry.Opened it -> "opened";
            case Entry.Closed it -> "closed";
            case Entry.Line it -> it.text() + " " + it.end();
            case Entry.Bytes it -> it.bytes().length() + " bytes";
        };
    }

    @Test
    void aLineWithoutEndIsRefusedAndNotKept() throws IOException {
        byte[] header = "{\"recording\":1}\n".getBytes(StandardCharsets.UTF_8);
        InputStream endless = new SequenceInputStream(new ByteArrayInputStream(header), new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] target, int from, int length) {
                Arrays.fill(target, from, from + length, (byte) 'x');
                return length;
            }
        });
        try (RecordingReader reader = new RecordingReader(Path.of("endless.jsonl"), Channels.newChannel(endless))) {
            assertThatThrownBy(reader::next).isInstanceOf(RecordingInvalid.class)
                    .hasMessage("endless.jsonl:2: the line is longer than any entry");
        }
    }
}
