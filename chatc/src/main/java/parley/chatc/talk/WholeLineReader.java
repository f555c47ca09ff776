package parley.chatc.talk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;

/**
 * Draws the line that is being typed without cutting characters in half. Where a row of it ends and the next begins
 * with an emoji, JLine (4.5.0) writes the first half of its surrogate pair to move to the next row, takes the cursor to
 * be there, and from then on draws over what is above.
 */
final class WholeLineReader extends LineReaderImpl {

    WholeLineReader(Terminal terminal) throws IOException {
        super(terminal, "chatc");
    }

    @Override
    protected void redisplay(boolean flush) {
        if (!(display instanceof Whole)) { // a new one for each line that is read
            display = new Whole(terminal);
            display.resize(size);
        }
        super.redisplay(flush);
    }

    /** Ends a row with a line end if the next begins with a surrogate pair: so JLine moves there as to any line. */
    private static final class Whole extends Display {

        private static final AttributedString LINE_END = new AttributedString("\n");

        Whole(Terminal terminal) {
            super(terminal, false);
        }

        @Override
        public void update(List<AttributedString> rows, int cursor, boolean flush) {
            List<AttributedString> whole = new ArrayList<>(rows);
            for (int i = 0; i + 1 < whole.size(); i++) {
                if (beginsWithPair(whole.get(i + 1)) && !whole.get(i).toString().endsWith("\n")) {
                    whole.set(i, AttributedString.join(AttributedString.EMPTY, whole.get(i), LINE_END));
                }
            }
            super.update(whole, cursor, flush);
        }

        private static boolean beginsWithPair(AttributedString row) {
            return !row.isEmpty() && Character.isHighSurrogate(row.charAt(0));
        }
    }
}
