package parley.chatd.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.protocol.Cursor;
import parley.protocol.Event;
import parley.protocol.Event.Joined;
import parley.protocol.Event.Left;
import parley.protocol.Event.Renamed;
import parley.protocol.Event.Said;
import parley.protocol.Event.TopicSet;

/**
 * A room: what the entries in its order make of it. The engine's thread for this room is the only one that changes it;
 * any thread may read, and sees the seats as they were after some entry.
 */
final class Room {

    /** A member: who sits there, and under which nick the others know them. */
    private record Seat(Session session, String nick) {
    }

    private final RoomName name;
    private volatile Seat[] seats = {};
    private volatile @Nullable TopicSet topic;

    Room(RoomName name, @Nullable TopicSet topic) {
        this.name = name;
        this.topic = topic;
    }

    RoomName name() {
        return name;
    }

    boolean isEmpty() {
        return seats.length == 0;
    }

    List<String> nicks() {
        return Arrays.stream(seats).map(Seat::nick).toList();
    }

    Event.RoomInfo info() {
        TopicSet set = topic;
        return new Event.RoomInfo(name.text(), set == null ? "" : set.text(), seats.length);
    }

    /** Does what a committed entry says and tells the members. The author is null once their session is over. */
    void apply(Cursor cursor, Entry entry, @Nullable Session author) {
        switch (entry.event()) {
            case Said _ -> tell(List.of(cursor), List.of(entry));
            case Joined joined -> {
                fanOut(entry, joined);
                if (author != null) {
                    seat(author, joined.nick());
                }
            }
            case Left left -> {
                unseat(entry.author());
                fanOut(entry, left);
            }
            case Renamed renamed -> {
                rename(entry.author(), renamed.to());
                fanOut(entry, renamed);
            }
            case TopicSet set -> {
                topic = set.text().isEmpty() ? null : set;
                fanOut(entry, set);
            }
            case Event.Kicked _, Event.Restricted _, Event.Lifted _, Event.RoleSet _, Event.RoomChanged _ ->
                fanOut(entry, entry.event());
        }
    }

    /** Tells the members of committed messages that one author said in one go. */
    void tell(List<Cursor> cursors, List<Entry> run) {
        List<Event> said = new ArrayList<>(run.size());
        for (int i = 0; i < run.size(); i++) {
            said.add(((Said) run.get(i).event()).withCursor(cursors.get(i)));
        }
        fanOut(run.getFirst(), new Shared(said));
    }

    private void fanOut(Entry entry, Event event) {
        fanOut(entry, new Shared(event));
    }

    /** Offers it to every member but its author, who gets an answer instead or, if asked for, an echo as well. */
    private void fanOut(Entry entry, Shared shared) {
        for (Seat seat : seats) {
            Session member = seat.session();
            if ((member.id() != entry.author() || member.wantsEcho()) && entry.isNewsTo(member.id())) {
                member.deliver(shared);
            }
        }
    }

    private void seat(Session session, String nick) {
        Seat[] more = Arrays.copyOf(seats, seats.length + 1);
        more[seats.length] = new Seat(session, nick);
        seats = more;
        TopicSet set = topic;
        if (set != null) {
            session.deliver(new Shared(set));
        }
    }

    private void unseat(long session) {
        seats = Arrays.stream(seats).filter(seat -> seat.session().id() != session).toArray(Seat[]::new);
    }

    private void rename(long session, String nick) {
        Stream<Seat> renamed = Arrays.stream(seats)
                .map(seat -> seat.session().id() == session ? new Seat(seat.session(), nick) : seat);
        seats = renamed.toArray(Seat[]::new);
    }
}
