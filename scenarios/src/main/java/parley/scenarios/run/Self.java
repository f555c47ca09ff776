package parley.scenarios.run;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.protocol.Command;
import parley.protocol.Cursor;
import parley.protocol.Event;

/** What a client knows of itself by the answers it got: its nick, and where it is. Played by the stage's thread. */
final class Self {

    /** Where everyone starts. */
    static final String LOBBY = "#lobby";

    private final Set<String> rooms = new LinkedHashSet<>();
    private final Map<String, Cursor> seen = new HashMap<>();
    private String nick;
    private boolean welcome;

    Self(String nick) {
        this.nick = nick;
    }

    String nick() {
        return nick;
    }

    boolean welcome() {
        return welcome;
    }

    /** Where it is. */
    Set<String> rooms() {
        return Set.copyOf(rooms);
    }

    /**
     * How far it has got in a room.
     *
     * @param now null if it has seen nothing there on its last connection
     */
    Cursor seen(String room, @Nullable Cursor now) {
        if (now != null) {
            seen.put(room, now);
        }
        return seen.getOrDefault(room, Cursor.NONE);
    }

    /** Takes note of what an answer to a command changes. */
    void learn(Command command, Event.Answer answer) {
        switch (answer) {
            case Event.Welcomed welcomed -> {
                welcome = true;
                nick = welcomed.nick();
                rooms.addAll(welcomed.rooms());
            }
            case Event.Done done -> done(command, done.room());
            default -> {
                // It tells of something else.
            }
        }
    }

    private void done(Command command, @Nullable String room) {
        switch (command) {
            case Command.Rename rename -> nick = rename.nick();
            case Command.Join join -> rooms.add(room == null ? join.room() : room);
            case Command.Leave leave -> rooms.remove(room == null ? leave.room() : room);
            default -> {
                // It is where it was.
            }
        }
    }

    /** The room that is meant when none is named: the only one, or the lobby. */
    String room() throws StepFailed {
        if (rooms.size() == 1) {
            return List.copyOf(rooms).getFirst();
        }
        if (!rooms.contains(LOBBY)) {
            throw new StepFailed(rooms.isEmpty()
                    ? nick + " is in no room"
                    : nick + " is in " + String.join(", ", rooms) + ": the step must say in which it is meant");
        }
        return LOBBY;
    }
}
