package parley.protocol.recording;

import java.io.IOException;
import java.nio.file.Path;

/** A file is no recording, or not one that can be read. The message says where and what is wrong, for people. */
public final class RecordingInvalid extends IOException {

    private static final long serialVersionUID = 1L;

    public RecordingInvalid(Path file, long line, String sentence) {
        super(file + ":" + line + ": " + sentence);
    }
}
