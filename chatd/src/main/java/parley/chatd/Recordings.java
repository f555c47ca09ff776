package parley.chatd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chatd.config.Config;
import parley.protocol.recording.Header;
import parley.protocol.recording.Recorder;
import parley.protocol.recording.RecordingWriter;
import parley.protocol.recording.Redactor;

/** The recording of all connections, where the configuration asks for one. */
final class Recordings {

    private static final Logger LOG = LoggerFactory.getLogger(Recordings.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private Recordings() {
    }

    /** Begins one. What was recorded before is kept, under its name with the time of its end. */
    static Recorder begin(Config.Recording wanted) throws CannotListen {
        Path file = wanted.file();
        try {
            if (Files.isRegularFile(file) && Files.size(file) > 0) {
                String stamp = STAMP.format(Files.getLastModifiedTime(file).toInstant());
                Files.move(file, file.resolveSibling(file.getFileName() + "." + stamp));
            }
            Redactor redactor = new Redactor(wanted.redact().stream().map(Pattern::compile).toList());
            RecordingWriter writer =
                    RecordingWriter.create(file, Header.now("chatd " + Config.version()), redactor);
            LOG.info("all connections are recorded in {}", file);
            return new Recorder(writer,
                    e -> LOG.error("the recording ends here, since {} cannot be written: {}", file, e.getMessage()));
        } catch (IOException e) {
            throw new CannotListen("the recording " + file + " cannot be begun: " + e, e);
        }
    }

    static void end(Recorder recorder) {
        try {
            recorder.close();
        } catch (IOException e) {
            LOG.error("the recording was not closed: {}", e.getMessage());
        }
    }
}
