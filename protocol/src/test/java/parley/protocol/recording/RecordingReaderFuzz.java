package parley.protocol.recording;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;

/**
 * Whatever is in a file, it is read as entries, or refused in a short sentence that names the line; what was read is
 * written so that it reads the same.
 */
public final class RecordingReaderFuzz {

    private static final int LONGEST_SENTENCE = 500;

    private RecordingReaderFuzz() {
    }

    /** What the fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        long lines = 1;
        try (RecordingReader reader = new RecordingReader(Path.of("fuzz.jsonl"),
                Channels.newChannel(new ByteArrayInputStream(input)))) {
            for (Entry entry = reader.next(); entry != null; entry = reader.next()) {
                assertThat(reader.line() > lines, "two entries in line " + lines);
                lines = reader.line();
                assertReadsTheSame(entry);
            }
            lines = reader.line() + 1;
        } catch (RecordingInvalid e) {
            String sentence = String.valueOf(e.getMessage());
            assertThat(sentence.matches("(?s)fuzz\\.jsonl:[1-9]\\d*: .+") && sentence.length() < LONGEST_SENTENCE,
                    sentence);
        }
    }

    private static void assertReadsTheSame(Entry entry) {
        String line = EntryCodec.write(entry);
        assertThat(line.indexOf('\n') < 0, line);
        try {
            assertThat(EntryCodec.write(EntryCodec.entry(line)).equals(line), line);
        } catch (EntryCodec.Wrong e) {
            throw new AssertionError(line, e);
        }
    }

    private static void assertThat(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
