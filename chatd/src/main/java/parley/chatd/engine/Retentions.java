package parley.chatd.engine;

import java.util.HashMap;
import java.util.Map;

/**
 * How much is kept of each room.
 *
 * @param byRoom for rooms that are not like the others, by their key
 */
public record Retentions(Retention usual, Map<String, Retention> byRoom) {

    public Retentions {
        byRoom = Map.copyOf(byRoom);
    }

    /** The same for all rooms. */
    public static Retentions all(Retention usual) {
        return new Retentions(usual, Map.of());
    }

    /** The same, but no more messages of any room than so many. */
    public Retentions atMost(int messages) {
        Map<String, Retention> less = new HashMap<>(byRoom);
        less.replaceAll((room, retention) -> retention.atMost(messages));
        return new Retentions(usual.atMost(messages), less);
    }

    Retention of(String room) {
        return byRoom.getOrDefault(room, usual);
    }
}
