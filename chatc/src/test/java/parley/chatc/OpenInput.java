package parley.chatc;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;

/** An input that comes bit by bit, and ends when it is told to. */
final class OpenInput {

    private final PipedOutputStream source = new PipedOutputStream();
    private final PipedInputStream stream;

    OpenInput() throws IOException {
        stream = new PipedInputStream(source);
    }

    InputStream stream() {
        return stream;
    }

    void type(String text) throws IOException {
        source.write(text.getBytes(StandardCharsets.UTF_8));
        source.flush();
    }

    void end() throws IOException {
        source.close();
    }
}
