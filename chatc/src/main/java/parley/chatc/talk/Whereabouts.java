package parley.chatc.talk;

import java.util.Collection;
import java.util.Comparator;
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

    /** The room of that number, from 1, in the order they were entered; or of that name, its {@code #} left out. */
    Optional<Seat> find(String numberOrName) {
        if (numberOrName.matches("\\d{1,3}")) {
            return seats.values().stream().skip(Math.max(0, Integer.parseInt(numberOrName) - 1)).findFirst();
        }
        String name = numberOrName.startsWith("#") ? numberOrName : "#" + numberOrName;
        return seats.values().stream().filter(seat -> seat.room().equalsIgnoreCase(name)).findFirst();
    }

    /** The room so many steps after the current one, round and round. */
    Optional<Seat> beside(int step) {
        List<Seat> all = List.copyOf(seats.values());
        return current == null
                ? all.stream().findFirst()
                : Optional.of(all.get(Math.floorMod(all.indexOf(current) + step, all.size())));
    }

    /** Where somebody spoke to this client, or else where somebody spoke. */
    Optional<Seat> news() {
        return seats.values().stream().filter(seat -> seat.unread() > 0)
                .max(Comparator.comparingInt(seat -> Math.min(1, seat.mentions())));
    }

    /** Gives up a seat. */
    void giveUp(String room) {
        if (isCurrent(room)) {
            current = null;
        }
        seats.remove(room);
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
