package parley.chatc.pipe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.chatc.text.Pieces;

/**
 * Makes messages of the lines of an input. A line is sent as it is but for what no message can hold; what had to be
 * changed is said once for each kind of change, with the first line it was needed in. Empty lines are passed over. Used
 * by one thread.
 */
public final class LineMessages implements Messages {

    private final InputLines lines;
    private final Consumer<String> notes;
    private final Queue<Message> ready = new ArrayDeque<>();
    private final Set<Change> noted = EnumSet.noneOf(Change.class);

    /** What may have to be done to a line; the sentence goes on after its number. */
    private enum Change {
        NOT_UTF8("is not UTF-8; its stray bytes are sent as U+FFFD, here and in any other line"),
        NUL("has a NUL character, which no message can have; it is sent as U+FFFD, here and in any other line"),
        SPLIT("is longer than a message (" + Pieces.MAX_BYTES
                + " bytes); it is sent in several, as is any other of that length");

        private final String sentence;

        Change(String sentence) {
            this.sentence = sentence;
        }
    }

    /**
     * @param notes is told what had to be changed, a sentence at a time
     */
    public LineMessages(InputStream in, Consumer<String> notes) {
        this.lines = new InputLines(in, Pieces.MAX_BYTES);
        this.notes = notes;
    }

    @Override
    public @Nullable Message next() throws IOException {
        while (ready.isEmpty()) {
            InputLines.Chunk chunk = lines.next();
            if (chunk == null) {
                return null;
            }
            split(chunk);
        }
        return ready.remove();
    }

    private void split(InputLines.Chunk chunk) {
        if (chunk.continued()) {
            note(Change.SPLIT, chunk.line());
        }
        Pieces.of(text(chunk)).forEach(piece -> ready.add(new Message(chunk.line(), piece)));
        if (ready.size() > 1) {
            note(Change.SPLIT, chunk.line());
        }
    }

    private String text(InputLines.Chunk chunk) {
        String text = decode(chunk);
        if (text.indexOf('\0') < 0) {
            return text;
        }
        note(Change.NUL, chunk.line());
        return text.replace('\0', '\ufffd');
    }

    private String decode(InputLines.Chunk chunk) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(chunk.bytes().duplicate()).toString();
        } catch (CharacterCodingException e) {
            note(Change.NOT_UTF8, chunk.line());
            return StandardCharsets.UTF_8.decode(chunk.bytes()).toString(); // this one replaces
        }
    }

    private void note(Change change, long line) {
        if (noted.add(change)) {
            notes.accept("line " + line + " " + change.sentence);
        }
    }
}
