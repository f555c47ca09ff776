package parley.chatc;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import parley.protocol.recording.Header;
import parley.protocol.recording.Recorder;
import parley.protocol.recording.RecordingInvalid;
import parley.protocol.recording.RecordingReader;
import parley.protocol.recording.RecordingWriter;
import parley.protocol.recording.Redactor;

/** Opens recordings for commands, and says what keeps one from being opened. */
final class RecordingFiles {

    private RecordingFiles() {
    }

    static RecordingReader read(Path file) throws Complaint {
        try {
            return RecordingReader.open(file);
        } catch (IOException e) {
            throw complaint(file, e);
        }
    }

    /** Says what is wrong with a file that should be a recording, if something is. */
    static void check(Path file) throws Complaint {
        try {
            read(file).close();
        } catch (IOException e) {
            throw complaint(file, e);
        }
    }

    /** Begins a recording; only a file that is one already, or empty, is written anew. */
    static Recorder record(Shell shell, Path file, List<Pattern> redact) throws Complaint {
        return record(shell, file, redact, "");
    }

    /** The same with what is special in the configuration of the server. */
    static Recorder record(Shell shell, Path file, List<Pattern> redact, String server) throws Complaint {
        return new Recorder(write(file, redact, server), e -> Piping.notes(shell).accept(
                "the recording ends here, since " + file + " cannot be written: " + e.getMessage()));
    }

    private static RecordingWriter write(Path file, List<Pattern> redact, String server) throws Complaint {
        try {
            if (Files.isRegularFile(file) && Files.size(file) > 0) {
                RecordingReader.open(file).close();
            }
            return RecordingWriter.create(file, Header.now(new Chatc.Version().getVersion()[0]).withServer(server),
                    new Redactor(redact));
        } catch (RecordingInvalid e) {
            throw new Complaint(Status.USAGE,
                    file + " is there already and is no recording, so it is left alone; name another file with --out");
        } catch (IOException e) {
            throw complaint(file, e);
        }
    }

    /** What is wrong with a recording, or with the file it should be in. */
    static Complaint complaint(Path file, IOException e) {
        return new Complaint(Status.USAGE, switch (e) {
            case RecordingInvalid it -> String.valueOf(it.getMessage());
            case NoSuchFileException it -> "there is no folder for " + file;
            case AccessDeniedException it -> "permission denied: " + file;
            default -> String.valueOf(e.getMessage());
        });
    }
}
