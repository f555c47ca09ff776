package parley.chatc.talk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parley.protocol.Cursor;
import parley.protocol.Event;
import parley.protocol.Event.TopicSet;

/**
 * A room in which this client is: who else is, what it is about, what was shown there, and, until the history has come,
 * what has happened since. Joining and asking for the history are two steps; what is said between them arrives on both
 * ways, and is shown once.
 */
final class Seat {

    private final String room;
    private final Set<String> nicks = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Scrollback scrollback = new Scrollback();
    private @Nullable TopicSet topic;
    private boolean entered;
    private @Nullable List<Event> held = new ArrayList<>();
    private final Set<Cursor> past = new HashSet<>();
    private final Deque<List<Event.Said>> lookingBack = new ArrayDeque<>();
    private int unread;
    private int mentions;

    Seat(String room) {
        this.room = room;
    }

    String room() {
        return room;
    }

    Scrollback scrollback() {
        return scrollback;
    }

    /** Whether this is the first time that somebody comes in here. */
    boolean enter() {
        boolean first = !entered;
        entered = true;
        return first;
    }

    String topic() {
        return topic == null ? "" : topic.text();
    }

    /** The topic, and who set it; null if there is none, or none was told of. */
    @Nullable TopicSet topicSet() {
        return topic;
    }

    void setTopic(TopicSet set) {
        topic = set.text().isEmpty() ? null : set;
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

    /** How many messages nobody has looked at yet. */
    int unread() {
        return unread;
    }

    /** How many of them name this client. */
    int mentions() {
        return mentions;
    }

    /** A message came while nobody looked. */
    void count(boolean mention) {
        unread++;
        mentions += mention ? 1 : 0;
    }

    /** Somebody looks. */
    void look() {
        unread = 0;
        mentions = 0;
    }

    /** Whether the history that is told to who comes in has not come yet. */
    boolean isEntering() {
        return held != null;
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

    /** Somebody asks for older messages: the next that come belong together. */
    void lookBack() {
        lookingBack.add(new ArrayList<>());
    }

    /** Whether an old message is one of those that somebody asked for; if so, it is kept with them. */
    boolean isLookedBackAt(Event.Said said) {
        return said.past() && !lookingBack.isEmpty() && lookingBack.element().add(said);
    }

    /** The older messages that somebody asked for first. */
    List<Event.Said> lookedBack() {
        return Objects.requireNonNullElse(lookingBack.poll(), List.of());
    }
}
