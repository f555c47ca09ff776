package parley.chatd.core;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.chatd.core.Settings.StandingRoom;
import parley.protocol.Cursor;
import parley.protocol.Event;
import parley.protocol.Event.InRoom;
import parley.protocol.Event.Joined;
import parley.protocol.Event.Kicked;
import parley.protocol.Event.Left;
import parley.protocol.Event.Lifted;
import parley.protocol.Event.Renamed;
import parley.protocol.Event.Restricted;
import parley.protocol.Event.RoleSet;
import parley.protocol.Event.RoomChanged;
import parley.protocol.Event.Said;
import parley.protocol.Event.TopicSet;
import parley.protocol.Restriction;
import parley.protocol.Role;
import parley.protocol.RoomChange;
import parley.protocol.Target;

/**
 * A room: what the entries in its order make of it. The engine's thread for this room is the only one that changes it;
 * any thread may read, and sees the seats as they were after some entry.
 */
final class Room {

    /** A member: who sits there, and under which nick the others know them. */
    private record Seat(Session session, String nick) {
    }

    private final RoomName name;
    private final Rules rules;
    private final Doorway doorway = new Doorway();
    private final InstantSource clock;
    private final Instant since;
    private final Counts counts;
    private volatile Seat[] seats = {};

    /**
     * @param given how it is configured, if it is
     * @param past what lasts of all that has happened here
     * @param clock says when it opens, and until when what was decided holds
     */
    Room(RoomName name, Optional<StandingRoom> given, List<InRoom> past, InstantSource clock, Counts counts) {
        this.counts = counts;
        this.name = name;
        this.clock = clock;
        this.since = clock.instant();
        this.rules = new Rules(name, given, RoomState.of(past));
    }

    RoomName name() {
        return name;
    }

    /** When it opened: it closes when it is empty, and begins anew with whoever comes then. */
    Instant since() {
        return since;
    }

    Rules rules() {
        return rules;
    }

    Doorway doorway() {
        return doorway;
    }

    int size() {
        return seats.length;
    }

    List<String> nicks() {
        return Arrays.stream(seats).map(Seat::nick).toList();
    }

    /** The roles of those members who have one, by nick. */
    Map<String, Role> roles() {
        Map<String, Role> roles = new HashMap<>();
        for (Seat seat : seats) {
            Role role = rules.role(seat.session());
            if (role != Role.NONE) {
                roles.put(seat.nick(), role);
            }
        }
        return roles;
    }

    /** Whether somebody may know that it is there. */
    boolean isKnownTo(Session session) {
        return !rules.isHidden() || session.seats().containsKey(name.key()) || isOperator(session);
    }

    Event.RoomInfo info() {
        TopicSet set = rules.topic();
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
                doorway.passed(entry.author());
            }
            case Left left -> {
                unseat(entry.author());
                fanOut(entry, entry.told() == null ? new Shared(left) : Shared.goodbye(left));
            }
            case Renamed renamed -> {
                rename(entry.author(), renamed.to());
                fanOut(entry, renamed);
            }
            case Kicked kicked -> seated(seat -> seat.nick().equals(kicked.nick())).forEach(seat -> {
                fanOut(entry, kicked);
                remove(seat);
            });
            case Restricted restricted -> restrict(entry, restricted);
            case Lifted lifted -> lift(entry, lifted);
            case RoleSet set -> {
                if (set.account() == null) {
                    seated(seat -> seat.nick().equals(set.nick()))
                            .forEach(seat -> rules.setVisitor(seat.session().id(), set.role()));
                }
                change(entry, set);
            }
            case TopicSet set -> change(entry, set);
            case RoomChanged changed -> change(entry, changed);
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

    /** Tells those who have at least this role what is not for the others, nor for the history. Any thread. */
    void tell(Session author, Role least, Shared shared) {
        List<Session> told = Arrays.stream(seats).map(Seat::session)
                .filter(member -> member == author ? member.wantsEcho() : rules.role(member).covers(least)).toList();
        told.forEach(member -> member.deliver(shared));
        counts.deliveries(told.size());
    }

    private void change(Entry entry, InRoom event) {
        rules.apply(event);
        fanOut(entry, event);
    }

    private void restrict(Entry entry, Restricted restricted) {
        rules.apply(restricted);
        tell(new Shared(restricted), entry, isTold(restricted.target()));
        if (restricted.kind() == Restriction.BAN) {
            seated(seat -> isHit(seat.session().identity(), restricted)).forEach(seat -> {
                tellAll(new Kicked(name.text(), seat.nick(), restricted.from(), restricted.why()));
                remove(seat);
            });
        }
    }

    /** A room's operators are held to what others decide of them; the server's are not, nor who is exempt. */
    private boolean isHit(Identity who, Restricted restricted) {
        return !who.isOperator() && Targets.matches(restricted.target(), who)
                && !rules.state().has(who, Restriction.EXEMPT, clock.instant());
    }

    /** What two noticed is lifted once. */
    private void lift(Entry entry, Lifted lifted) {
        if (rules.state().has(lifted.kind(), lifted.target())) {
            rules.apply(lifted);
            tell(new Shared(lifted), entry, isTold(lifted.target()));
        }
    }

    /** Where somebody comes from is for operators only. */
    private Predicate<Session> isTold(Target target) {
        return target instanceof Target.ByAddress ? this::isOperator : member -> true;
    }

    private boolean isOperator(Session session) {
        return rules.role(session).covers(Role.OPERATOR);
    }

    private void fanOut(Entry entry, Event event) {
        fanOut(entry, new Shared(event));
    }

    /** Offers it to every member but its author, who gets an answer instead or, if asked for, an echo as well. */
    private void fanOut(Entry entry, Shared shared) {
        int told = 0;
        for (Seat seat : seats) {
            Session member = seat.session();
            if ((member.id() != entry.author() || member.wantsEcho()) && isNews(entry, member)) {
                member.deliver(shared);
                told++;
            }
        }
        counts.deliveries(told * shared.events().size());
    }

    /** Who goes is gone from each room; who only has another name is told of once, however many rooms are shared. */
    private static boolean isNews(Entry entry, Session member) {
        boolean inEachRoom = entry.event() instanceof Left && !member.manner().goodbyesOnce();
        return inEachRoom || entry.isNewsTo(member.id());
    }

    private void tell(Shared shared, Entry entry, Predicate<Session> whom) {
        List<Session> told = Arrays.stream(seats).map(Seat::session).filter(whom)
                .filter(member -> member.id() != entry.author() || member.wantsEcho()).toList();
        told.forEach(member -> member.deliver(shared));
        counts.deliveries(told.size());
    }

    /** Tells everybody here of what is nobody's answer. */
    private void tellAll(Event event) {
        Shared shared = new Shared(event);
        Arrays.stream(seats).forEach(seat -> seat.session().deliver(shared));
    }

    private List<Seat> seated(Predicate<Seat> which) {
        return Arrays.stream(seats).filter(which).toList();
    }

    private void seat(Session session, String nick) {
        if (seats.length == 0 && rules.isAnybodys()) {
            rules.setVisitor(session.id(), Role.OPERATOR);
        }
        Seat[] more = Arrays.copyOf(seats, seats.length + 1);
        more[seats.length] = new Seat(session, nick);
        seats = more;
        if (!session.manner().looksAround()) {
            tellWhatItIsLike(session);
        }
    }

    private void tellWhatItIsLike(Session session) {
        TopicSet set = rules.topic();
        if (set != null) {
            session.deliver(new Shared(set));
        }
        RoomChange change = rules.change();
        if (!change.equals(RoomChange.NONE)) {
            session.deliver(new Shared(new RoomChanged(name.text(), "", change)));
        }
    }

    private void remove(Seat seat) {
        unseat(seat.session().id());
        seat.session().seats().remove(name.key());
    }

    private void unseat(long session) {
        seats = Arrays.stream(seats).filter(seat -> seat.session().id() != session).toArray(Seat[]::new);
        rules.forgetVisitor(session);
        doorway.passed(session);
    }

    private void rename(long session, String nick) {
        Stream<Seat> renamed = Arrays.stream(seats)
                .map(seat -> seat.session().id() == session ? new Seat(seat.session(), nick) : seat);
        seats = renamed.toArray(Seat[]::new);
    }
}
