package parley.scenarios.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.protocol.Access;
import parley.protocol.RoomChange;

/** What a room can be made, in the words of the language. */
public final class RoomWords {

    private static final Map<String, RoomChange> WORDS = new LinkedHashMap<>();

    static {
        for (Access access : Access.values()) {
            WORDS.put(access.wireName(), new RoomChange(access, null, null, null, null, null));
        }
        WORDS.put("moderated", new RoomChange(null, true, null, null, null, null));
        WORDS.put("unmoderated", new RoomChange(null, false, null, null, null, null));
        WORDS.put("topic-locked", new RoomChange(null, null, true, null, null, null));
        WORDS.put("topic-unlocked", new RoomChange(null, null, false, null, null, null));
        WORDS.put("hidden", new RoomChange(null, null, null, true, null, null));
        WORDS.put("visible", new RoomChange(null, null, null, false, null, null));
    }

    private RoomWords() {
    }

    /** All words there are. */
    static List<String> all() {
        return List.copyOf(WORDS.keySet());
    }

    static Optional<RoomChange> read(String word) {
        return Optional.ofNullable(WORDS.get(word));
    }

    /** Only so many seats; 0 for no limit. */
    static RoomChange limit(int seats) {
        return new RoomChange(null, null, null, null, seats, null);
    }

    /** Everything that changes: {@code invite-only, hidden, limit 3}. A key is never told, only that there is one. */
    public static String text(RoomChange change) {
        Stream<@Nullable String> words = Stream.of(change.access() == null ? null : change.access().wireName(),
                choice(change.moderated(), "moderated", "unmoderated"),
                choice(change.topicLocked(), "topic-locked", "topic-unlocked"),
                choice(change.hidden(), "hidden", "visible"),
                change.limit() == null ? null : "limit " + change.limit(),
                change.key() == null ? null : change.key().text().isEmpty() ? "no key" : "key");
        return String.join(", ", words.flatMap(Stream::ofNullable).toList());
    }

    private static @Nullable String choice(@Nullable Boolean given, String yes, String no) {
        return given == null ? null : given ? yes : no;
    }
}
