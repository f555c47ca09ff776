package parley.chatd.engine;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import parley.chatd.core.Engine;
import parley.chatd.core.Entry;
import parley.chatd.core.RoomName;
import parley.protocol.Cursor;
import parley.protocol.Event.Said;

/** The listener of an engine under test: writes down what was committed, room by room. Any thread. */
final class Journal implements Engine.Committed {

    /** What the listener was told, and on which thread. */
    record Line(Cursor cursor, Entry entry, Thread thread) {
    }

    private final Map<String, Queue<Line>> rooms = new ConcurrentHashMap<>();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Set<String> overlaps = ConcurrentHashMap.newKeySet();

    @Override
    public void committed(List<Cursor> cursors, List<Entry> run) {
        String room = run.getFirst().room().key();
        if (!busy.add(room)) {
            overlaps.add(room);
        }
        Queue<Line> lines = rooms.computeIfAbsent(room, key -> new ConcurrentLinkedQueue<>());
        for (int i = 0; i < run.size(); i++) {
            lines.add(new Line(cursors.get(i), run.get(i), Thread.currentThread()));
        }
        busy.remove(room);
    }

    List<Line> of(RoomName room) {
        return List.copyOf(rooms.getOrDefault(room.key(), new ConcurrentLinkedQueue<>()));
    }

    /** The messages of a room as the history has to have them. */
    List<Said> messages(RoomName room) {
        return of(room).stream().filter(line -> line.entry().event() instanceof Said)
                .map(line -> ((Said) line.entry().event()).withCursor(line.cursor()).asPast()).toList();
    }

    boolean has(RoomName room, Cursor cursor) {
        return of(room).stream().anyMatch(line -> line.cursor().equals(cursor));
    }

    /** Rooms for which the listener was called while it had not yet come back. */
    Set<String> overlaps() {
        return overlaps;
    }
}
