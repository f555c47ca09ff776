package parley.chatc.talk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parley.protocol.Cursor;
import parley.protocol.Event;

/**
 * A room in which this client is: who else is, what it is about, and, until the history has come, what has happened
 * since. Joining and asking for the history are two steps; what is said between them arrives on both ways, and is shown
 * once.
 */
final class Seat {

    private final String room;
    private final Set<String> nicks = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private String topic = "";
    private boolean entered;
    private @Nullable List<Event> held = new ArrayList<>();
    private final Set<Cursor> past = new HashSet<>();

    Seat(String room) {
        this.room = room;
    }

    String room() {
        return room;
    }

    /** Whether this is the first time that somebody comes in here. */
    boolean enter() {
        boolean first = !entered;
        entered = true;
        return first;
    }

    String topic() {
        return topic;
    }

    void setTopic(String text) {
        topic = text;
    }

    Collection<String> nicks() {
        return nicks;
    }

    void setNicks(Collection<String> members) {
        nicks.clear();
        nicks.addAll(members);
    }

    void rename(String from, String to) {
        if (nicks.remove(from)) {
            nicks.add(to);
        }
    }

    /** Whether this has to wait until the history has come; if so, it is kept until then. */
    boolean hold(Event event) {
        if (held == null) {
            return false;
        }
        if (event instanceof Event.Said said && said.past()) {
            past.add(said.cursor());
            return false;
        }
        return held.add(event);
    }

    /** The history has come: what happened since, without what was in it. */
    List<Event> release() {
        List<Event> since = held == null ? List.of() : held;
        held = null;
        List<Event> news =
                since.stream().filter(it -> !(it instanceof Event.Said said && past.contains(said.cursor()))).toList();
        past.clear();
        return news;
    }
}
