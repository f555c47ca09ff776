package parley.chatd.core;

import java.util.ArrayList;
import java.util.List;

/**
 * Messages that one session says in one room in one go: taken, and still to be published. Published as one they cost
 * the room, and each of its members, little more than a single one. Only on the session's thread.
 */
final class Run {

    /** So many that what they cost once no longer counts, and so few that the room is not kept from others for long. */
    private static final int MOST = 128;

    private List<Entry> messages = new ArrayList<>();

    boolean isEmpty() {
        return messages.isEmpty();
    }

    /** Whether it goes on with this message, rather than ending before it. */
    boolean takes(Entry message) {
        return isEmpty() || (messages.size() < MOST && messages.getFirst().room().equals(message.room()));
    }

    void add(Entry message) {
        messages.add(message);
    }

    /** The messages, which are whoever takes them; the run is empty then. */
    List<Entry> take() {
        List<Entry> taken = messages;
        messages = new ArrayList<>();
        return taken;
    }
}
