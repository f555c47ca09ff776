package parley.chatc.pipe;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.chatc.text.Pieces;

/**
 * Makes messages of the lines of an input. A line is sent as it is but for what no message can hold; what had to be
 * changed is said. Used by one thread.
 */
public final class LineMessages implements Messages {

    private final InputLines lines;
    private final boolean emptyOnes;
    private final Changes changes;
    private final Queue<Message> ready = new ArrayDeque<>();

    private LineMessages(InputStream in, boolean emptyOnes, Consumer<String> notes) {
        this.lines = new InputLines(in, Pieces.MAX_BYTES);
        this.emptyOnes = emptyOnes;
        this.changes = new Changes(note -> notes.accept(note + ", as with any other such line"));
    }

    /**
     * The lines that have a text.
     *
     * @param notes is told what had to be changed, a sentence at a time
     */
    public static LineMessages of(InputStream in, Consumer<String> notes) {
        return new LineMessages(in, false, notes);
    }

    /** The same with the empty lines, which no server takes for messages: for those who make something else of them. */
    public static LineMessages withEmptyOnes(InputStream in, Consumer<String> notes) {
        return new LineMessages(in, true, notes);
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
        String place = "line " + chunk.line();
        if (chunk.continued()) {
            changes.split(place);
        }
        String text = changes.text(chunk.bytes(), place);
        List<String> pieces = emptyOnes && text.isEmpty() ? List.of("") : Pieces.of(text);
        pieces.forEach(piece -> ready.add(new Message(chunk.line(), piece)));
        if (ready.size() > 1) {
            changes.split(place);
        }
    }
}
