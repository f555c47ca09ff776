package parley.scenarios.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import parley.protocol.recording.Entry;
import parley.protocol.recording.RecordingReader;
import parley.protocol.recording.RecordingWriter;
import parley.protocol.recording.Redactor;

/** Writes a recording anew: the old one stays whole until the new one is. */
public final class Rewriting {

    /** Says what stands in place of an entry. */
    interface Change {
        /** What comes in place of it, in this order; the entry itself if nothing changes. */
        List<Entry> of(Entry entry, long line);
    }

    private Rewriting() {
    }

    /**
     * Takes the secrets out of a recording.
     *
     * @throws IOException if it cannot be read, or not be written
     */
    public static void redact(Path file, Path target, Redactor redactor) throws IOException {
        rewrite(file, target, redactor, (entry, line) -> List.of(entry));
    }

    private static void look(Path file, Consumer<Entry> at) throws IOException {
        try (RecordingReader reader = RecordingReader.open(file)) {
            for (Entry entry = reader.next(); entry != null; entry = reader.next()) {
                at.accept(entry);
            }
        }
    }

    /**
     * Writes it, without secrets. It is looked through twice before, since a name that is there late is not free early,
     * and what turns out to be a secret late may have been said early.
     */
    static void rewrite(Path file, Path target, Redactor redactor, Change change) throws IOException {
        look(file, redactor::reserve);
        look(file, redactor::redact);
        Path draft = target.resolveSibling(target.getFileName() + ".new");
        try {
            try (RecordingReader reader = RecordingReader.open(file);
                 RecordingWriter writer = RecordingWriter.create(draft, reader.header(), redactor)) {
                for (Entry entry = reader.next(); entry != null; entry = reader.next()) {
                    for (Entry changed : change.of(entry, reader.line())) {
                        writer.write(changed);
                    }
                }
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
