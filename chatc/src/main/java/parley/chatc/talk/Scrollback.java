package parley.chatc.talk;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last of what was shown in a room, for when somebody comes back to look. */
final class Scrollback {

    private static final int MOST = 500;

    private final Deque<Entry> entries = new ArrayDeque<>();

    /** What was shown of one event. */
    record Entry(Instant at, List<Row> rows) {
        Entry {
            rows = List.copyOf(rows);
        }
    }

    void add(Instant at, List<Row> rows) {
        entries.add(new Entry(at, rows));
        if (entries.size() > MOST) {
            entries.remove();
        }
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The last entries, oldest first, which together have at most so many rows. */
    List<Entry> last(int rows) {
        List<Entry> last = new ArrayList<>();
        int left = rows;
        for (Entry entry : List.copyOf(entries).reversed()) {
            left -= entry.rows().size();
            if (left < 0) {
                break;
            }
            last.addFirst(entry);
        }
        return last;
    }
}
