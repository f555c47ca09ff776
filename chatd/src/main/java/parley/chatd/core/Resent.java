package parley.chatd.core;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.Cursor;

/**
 * What a client that came back had said before, with which refs: if it says it once more, because it does not know
 * whether it was heard, it stands there already. Only on the session's thread.
 */
final class Resent {

    private final Map<String, Map<String, Cursor>> byRoom = new HashMap<>();

    void note(RoomName room, Map<String, Cursor> refs) {
        if (!refs.isEmpty()) {
            byRoom.put(room.key(), refs);
        }
    }

    /** Where the message with this ref stands. */
    Optional<Cursor> find(RoomName room, @Nullable String ref) {
        return ref == null || byRoom.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(byRoom.getOrDefault(room.key(), Map.of()).get(ref));
    }
}
