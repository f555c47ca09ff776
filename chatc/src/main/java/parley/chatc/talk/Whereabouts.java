package parley.chatc.talk;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parley.chatc.text.SafeText;

/** Who this client is, where it has seats, and which of those its words go to. */
final class Whereabouts {

    private final Map<String, Seat> seats = new LinkedHashMap<>();
    private final Set<String> otherRooms = new TreeSet<>();
    private String nick;
    private @Nullable Seat current;

    Whereabouts(String nick) {
        this.nick = nick;
    }

    String nick() {
        return nick;
    }

    void setNick(String given) {
        nick = given;
    }

    /** The room that words go to. */
    Optional<Seat> current() {
        return Optional.ofNullable(current);
    }

    boolean isCurrent(String room) {
        return current != null && current.room().equals(room);
    }

    Optional<Seat> seat(String room) {
        return Optional.ofNullable(seats.get(room));
    }

    Collection<Seat> seats() {
        return seats.values();
    }

    /** A seat in this room, be it a new one. */
    Seat take(String room) {
        return seats.computeIfAbsent(room, Seat::new);
    }

    /** Turns to a room: words go there from now on. */
    void turnTo(Seat seat) {
        current = seat;
    }

    /** Gives up a seat. If it was the current one, another becomes current. */
    void giveUp(String room) {
        seats.remove(room);
        if (isCurrent(room)) {
            current = seats.isEmpty() ? null : seats.values().iterator().next();
        }
    }

    /** Remembers rooms that the server told of. */
    void heardOf(Collection<String> rooms) {
        otherRooms.addAll(rooms);
    }

    Known known() {
        Set<String> rooms = new TreeSet<>(otherRooms);
        rooms.addAll(seats.keySet());
        Set<String> everyone = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        seats.values().forEach(seat -> everyone.addAll(seat.nicks()));
        return new Known(offered(current == null ? List.of() : current.nicks()), offered(everyone), offered(rooms));
    }

    /** A name that cannot be shown as it is cannot be offered either. */
    private List<String> offered(Collection<String> names) {
        return names.stream().filter(name -> !name.equals(nick) && SafeText.line(name).equals(name)).toList();
    }
}
