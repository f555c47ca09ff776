package parley.chatd.core;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import parley.protocol.Event;

/**
 * One thing that happens in a room, before or after the engine has put it in order.
 *
 * @param room the room in whose order it stands
 * @param event what members are told
 * @param author the {@linkplain Session#id() session} that did it
 * @param ref the mark that the author gave it, if any
 * @param told for an event that stands in the order of several rooms: who has been told already; else null
 */
public record Entry(RoomName room, Event.InRoom event, long author, @Nullable String ref,
        @Nullable Set<Long> told) {

    /** The author of what happens by itself. */
    static final long NOBODY = 0;

    public Entry(RoomName room, Event.InRoom event, long author) {
        this(room, event, author, null, null);
    }

    static Set<Long> nobodyYet() {
        return ConcurrentHashMap.newKeySet();
    }

    /** Whether this session is still to be told; true once for each. */
    boolean isNewsTo(long session) {
        return told == null || told.add(session);
    }
}
