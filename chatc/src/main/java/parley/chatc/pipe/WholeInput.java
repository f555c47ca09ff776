package parley.chatc.pipe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import parley.chatc.text.Pieces;

/** Makes one message of a whole input. */
public final class WholeInput {

    private static final String LINE_END = "\r\n";

    private WholeInput() {
    }

    /**
     * The input as a text, without the line end at its end. Of what is too long for a message, no more is read than it
     * takes to know that.
     *
     * @param notes is told what had to be changed, a sentence at a time
     * @throws IOException if it cannot be read
     */
    public static String read(InputStream in, Consumer<String> notes) throws IOException {
        byte[] bytes = in.readNBytes(Pieces.MAX_BYTES + LINE_END.length() + 1);
        String text = new Changes(notes).text(ByteBuffer.wrap(bytes), "the input");
        return text.endsWith(LINE_END)
                ? text.substring(0, text.length() - LINE_END.length())
                : text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }
}
