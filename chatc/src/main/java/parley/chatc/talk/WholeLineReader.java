package parley.chatc.talk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.Status;
import org.jspecify.annotations.Nullable;

/**
 * Draws the line that is being typed without cutting characters in half. Where a row of it ends and the next begins
 * with an emoji, JLine (4.5.0) writes the first half of its surrogate pair to move to the next row, takes the cursor to
 * be there, and from then on draws over what is above.
 */
final class WholeLineReader extends LineReaderImpl {

    /** One row down, where all rows scroll up if there is none (ECMA-48, IND), and up again (CUU). */
    private static final String INDEX = "\u001bD";
    private static final String CURSOR_UP = "\u001b[A";
    private static final String SAVE_CURSOR = "\u001b7";
    private static final String RESTORE_CURSOR = "\u001b8";
    /** Everything from the cursor on becomes blank (ED). */
    private static final String ERASE_BELOW = "\u001b[J";

    private final @Nullable Status footer;
    private @Nullable IntFunction<AttributedString> footerLine;
    private @Nullable Size footerSize;

    WholeLineReader(Terminal terminal) throws IOException {
        super(terminal, "chatc");
        footer = canKeepRow(terminal) ? Status.getStatus(terminal) : null;
        if (footer != null) {
            footer.setBorder(false);
            var _ = terminal.handle(Terminal.Signal.WINCH, this::resized);
        }
    }

    private static boolean canKeepRow(Terminal terminal) {
        return Stream.of(Capability.change_scroll_region, Capability.save_cursor, Capability.restore_cursor,
                Capability.cursor_address).allMatch(needed -> terminal.getStringCapability(needed) != null);
    }

    /** Whether this terminal can keep a line at its foot while others scroll. */
    boolean hasFooter() {
        return footer != null;
    }

    /** Shows a line at the foot, made for so many columns, and again whenever that number changes. */
    void setFooter(IntFunction<AttributedString> line) {
        footerLine = line;
        drawFooter();
    }

    /** Shows it again. */
    void drawFooter() {
        lock.lock();
        try {
            if (footer != null && footerLine != null) {
                fitFooter(footer);
                footer.update(List.of(footerLine.apply(terminal.getSize().getColumns())));
            }
        } finally {
            lock.unlock();
        }
    }

    private void resized(Terminal.Signal signal) {
        leaveFootersRow();
        eraseOldFooter("");
        drawFooter();
    }

    /**
     * A screen that became lower may have the cursor in its last row. That is the footer's, which does not scroll: what
     * is printed there is lost. Nothing moves if the cursor is elsewhere.
     */
    private void leaveFootersRow() {
        lock.lock();
        try {
            if (footer != null) {
                terminal.writer().write(INDEX + CURSOR_UP);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Where a terminal breaks its lines anew, the footer as it was stands anywhere below what is being typed.
     *
     * @param toTheEnd moves the cursor to the end of that
     */
    private void eraseOldFooter(String toTheEnd) {
        lock.lock();
        try {
            if (footer != null) {
                fitFooter(footer);
                footer.update(List.of(AttributedString.EMPTY)); // as it is then
                terminal.writer().write(SAVE_CURSOR + toTheEnd + ERASE_BELOW + RESTORE_CURSOR);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Between two lines JLine does not hear of a new size. */
    private void fitFooter(Status line) {
        Size now = terminal.getSize();
        if (!now.equals(footerSize)) {
            footerSize = now;
            line.resize(now);
        }
    }

    /** Gives its row back to the rest of the screen. */
    void removeFooter() {
        lock.lock();
        try {
            if (footer != null) {
                footer.hide();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    protected void handleSignal(Terminal.Signal signal) {
        if (signal == Terminal.Signal.WINCH) {
            leaveFootersRow();
        }
        super.handleSignal(signal);
        if (signal == Terminal.Signal.WINCH) {
            eraseOldFooter(display instanceof Whole typed ? typed.toItsEnd : "");
            drawFooter();
        }
    }

    @Override
    protected void redisplay(boolean flush) {
        if (!(display instanceof Whole)) { // a new one for each line that is read
            display = new Whole(terminal);
            display.resize(size);
            drawFooter();
        }
        super.redisplay(flush);
    }

    /** Ends a row with a line end if the next begins with a surrogate pair: so JLine moves there as to any line. */
    private static final class Whole extends Display {

        private static final AttributedString LINE_END = new AttributedString("\n");

        /** Moves the cursor from where it is to the end of what was drawn. */
        private String toItsEnd = "";

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
            toItsEnd = toTheEnd(rows, cursor / columns1);
        }

        private String toTheEnd(List<AttributedString> rows, int row) {
            int down = rows.size() - 1 - row;
            int right = rows.isEmpty() ? 0 : Math.min(rows.getLast().columnLength(terminal), columns - 1);
            return "\r" + (down > 0 ? "\u001b[" + down + "B" : "") + (right > 0 ? "\u001b[" + right + "C" : "");
        }

        private static boolean beginsWithPair(AttributedString row) {
            return !row.isEmpty() && Character.isHighSurrogate(row.charAt(0));
        }
    }
}
