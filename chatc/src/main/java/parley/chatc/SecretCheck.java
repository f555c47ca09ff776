package parley.chatc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import parley.protocol.recording.Entry;
import parley.protocol.recording.Header;
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
        try (RecordingReader reader = RecordingFiles.read(file)) {
            Header header = reader.header();
            boolean clean = tell(shell, reader, file, redactor.redact(header).secrets(), header.secrets());
            for (Entry entry = reader.next(); entry != null; entry = reader.next()) {
                clean &= tell(shell, reader, file, marks(redactor.redact(entry)).secrets(), marks(entry).secrets());
            }
            return clean;
        } catch (IOException e) {
            throw RecordingFiles.complaint(file, e);
        }
    }

    /** Whether all the names that should be in the line that was read last are there; says so if not. */
    private static boolean tell(Shell shell, RecordingReader reader, Path file, List<String> should, List<String> are) {
        List<String> found = new ArrayList<>(should);
        found.removeAll(are);
        if (!found.isEmpty()) {
            shell.out().println(reader.place() + ": " + String.join(" and ", found)
                    + " would stand here; chatc redact " + file + " puts it in");
        }
        return found.isEmpty();
    }

    private static Marks marks(Entry entry) {
        return entry instanceof Entry.Heard heard ? heard.marks() : Marks.NONE;
    }
}
