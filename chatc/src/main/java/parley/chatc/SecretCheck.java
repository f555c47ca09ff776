package parley.chatc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import parley.protocol.recording.Entry;
import parley.protocol.recording.Marks;
import parley.protocol.recording.RecordingReader;
import parley.protocol.recording.Redactor;

/** Says where recordings have what looks like a secret. The secret itself is never said. */
final class SecretCheck {

    private SecretCheck() {
    }

    /** Prints each place, and returns the status: 1 if there is any. */
    static int run(Shell shell, List<Path> files, List<Pattern> more) throws Complaint {
        if (files.isEmpty()) {
            throw new Complaint(Status.USAGE, "name the recordings to look through");
        }
        boolean clean = true;
        for (Path file : files) {
            clean &= isClean(shell, file, new Redactor(more));
        }
        return clean ? Status.DONE : Status.FAILED;
    }

    private static boolean isClean(Shell shell, Path file, Redactor redactor) throws Complaint {
        boolean clean = true;
        try (RecordingReader reader = RecordingFiles.read(file)) {
            for (Entry entry = reader.next(); entry != null; entry = reader.next()) {
                List<String> found = new ArrayList<>(marks(redactor.redact(entry)).secrets());
                found.removeAll(marks(entry).secrets());
                if (!found.isEmpty()) {
                    clean = false;
                    shell.out().println(reader.place() + ": " + String.join(" and ", found)
                            + " would stand here; chatc redact " + file + " puts it in");
                }
            }
        } catch (IOException e) {
            throw RecordingFiles.complaint(file, e);
        }
        return clean;
    }

    private static Marks marks(Entry entry) {
        return entry instanceof Entry.Heard heard ? heard.marks() : Marks.NONE;
    }
}
