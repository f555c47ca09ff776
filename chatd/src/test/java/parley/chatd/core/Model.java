package parley.chatd.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import parley.protocol.Command;
import parley.protocol.Cursor;
import parley.protocol.Event;
import parley.protocol.Event.Done;
import parley.protocol.Event.Joined;
import parley.protocol.Event.Left;
import parley.protocol.Event.Refused;
import parley.protocol.Event.Renamed;
import parley.protocol.Event.Said;
import parley.protocol.Event.TopicSet;
import parley.protocol.Refusal;
import parley.protocol.Role;

/**
 * The chat as simple as it can be thought: lists and maps, one deed at a time. It foretells who is told what. Cursors and
 * sentences are left to the chat: a cursor is either there or not, a refusal is its name.
 */
final class Model {

    static final int ROOMS_EACH = 3;
    static final int TEXT = 12;
    static final int NICK = 8;
    /** Stands for any cursor. */
    static final Cursor SOME = new Cursor("some");

    private static final class Guest {
        private String nick;
        private boolean echo;
        private final Set<String> seats = new LinkedHashSet<>();
    }

    private static final class Place {
        private final String name;
        private final List<Integer> members = new ArrayList<>();
        private Integer operator;

        Place(String name) {
            this.name = name;
        }
    }

    private final Map<Integer, Guest> guests = new LinkedHashMap<>();
    private final Map<String, Place> places = new TreeMap<>();
    private final Map<String, TopicSet> topics = new LinkedHashMap<>();
    private final Map<String, List<Said>> history = new LinkedHashMap<>();
    private Map<Integer, List<Event>> told = new LinkedHashMap<>();

    Model() {
        places.put(Chat.LOBBY, new Place(Chat.LOBBY));
    }

    /** What everybody is told because of this deed. */
    Map<Integer, List<Event>> foretell(Deed deed) {
        told = new LinkedHashMap<>();
        switch (deed) {
            case Deed.Does does -> act(does.who(), does.command());
            case Deed.Vanishes vanishes -> giveUp(vanishes.who(), "vanished");
        }
        return told;
    }

    private void tell(int who, Event event) {
        told.computeIfAbsent(who, key -> new ArrayList<>()).add(event);
    }

    private void refuse(int who, Refusal why) {
        tell(who, new Refused(why, "", ""));
    }

    private void act(int who, Command command) {
        Guest guest = guests.computeIfAbsent(who, key -> new Guest());
        boolean welcome = guest.nick != null;
        switch (command) {
            case Command.Ping ping -> tell(who, new Event.Pong());
            case Command.Quit quit -> {
                giveUp(who, quit.why());
                tell(who, new Event.Bye(quit.why()));
            }
            case Command.Hello hello when !welcome -> hello(who, hello);
            case Command.Hello hello -> refuse(who, Refusal.ALREADY_WELCOMED);
            case Command other when !welcome -> refuse(who, Refusal.HELLO_FIRST);
            case Command.Rename rename -> rename(who, rename.nick());
            case Command.Join join -> join(who, join.room());
            case Command.Leave leave -> leave(who, leave.room(), leave.why());
            case Command.Say say -> say(who, say);
            case Command.Tell private1 -> tellPrivately(who, private1);
            case Command.SetTopic set -> setTopic(who, set);
            case Command.Who asked -> who(who, asked.room());
            case Command.Rooms rooms -> tell(who, new Event.RoomList(
                    places.values().stream().map(this::info).sorted((a, b) -> a.name().compareTo(b.name())).toList()));
            case Command.Recall recall -> recall(who, recall);
            case Command.Sync sync -> tell(who, Done.PLAIN);
            default -> throw new AssertionError("the model does not know " + command);
        }
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private Optional<Refusal> nickProblem(int who, String nick) {
        if (nick.isEmpty() || nick.length() > NICK || nick.contains(" ")) {
            return Optional.of(Refusal.NICK_INVALID);
        }
        boolean taken = guests.entrySet().stream().anyMatch(other -> other.getKey() != who
                && other.getValue().nick != null && fold(other.getValue().nick).equals(fold(nick)));
        return taken ? Optional.of(Refusal.NICK_TAKEN) : Optional.empty();
    }

    private void hello(int who, Command.Hello hello) {
        Optional<Refusal> problem = nickProblem(who, hello.nick());
        if (problem.isPresent()) {
            refuse(who, problem.get());
            return;
        }
        guests.get(who).nick = hello.nick();
        sit(who, Chat.LOBBY);
        tell(who, new Event.Welcomed(hello.nick(), "chatd test", List.of(Chat.LOBBY), "Be kind."));
        guests.get(who).echo = hello.echo();
    }

    private void rename(int who, String nick) {
        Optional<Refusal> problem = nickProblem(who, nick);
        if (problem.isPresent()) {
            refuse(who, problem.get());
            return;
        }
        Guest guest = guests.get(who);
        String old = guest.nick;
        guest.nick = nick;
        if (!old.equals(nick)) {
            Set<Integer> neighbours = new LinkedHashSet<>();
            guest.seats.forEach(key -> neighbours.addAll(places.get(key).members));
            neighbours.stream().filter(other -> other != who || guest.echo)
                    .forEach(other -> tell(other, new Renamed(old, nick)));
        }
        tell(who, Done.PLAIN);
    }

    private void join(int who, String room) {
        Guest guest = guests.get(who);
        if (!room.startsWith("#") || room.length() < 2) {
            refuse(who, Refusal.ROOM_INVALID);
        } else if (guest.seats.contains(fold(room))) {
            tell(who, Done.in(places.get(fold(room)).name));
        } else if (guest.seats.size() >= ROOMS_EACH) {
            refuse(who, Refusal.TOO_MANY_ROOMS);
        } else {
            sit(who, room);
            tell(who, Done.in(places.get(fold(room)).name));
        }
    }

    private void sit(int who, String room) {
        Place place = places.computeIfAbsent(fold(room), key -> new Place(room));
        toAll(place, -1, new Joined(place.name, guests.get(who).nick));
        if (place.members.isEmpty() && !fold(room).equals(Chat.LOBBY)) {
            place.operator = who;
        }
        place.members.add(who);
        guests.get(who).seats.add(fold(room));
        if (topics.containsKey(fold(room))) {
            tell(who, topics.get(fold(room)));
        }
    }

    private void leave(int who, String room, String why) {
        Guest guest = guests.get(who);
        if (!guest.seats.contains(fold(room))) {
            refuse(who, Refusal.NOT_A_MEMBER);
            return;
        }
        String name = places.get(fold(room)).name;
        rise(who, fold(room), why);
        guest.seats.remove(fold(room));
        tell(who, Done.in(name));
    }

    private void rise(int who, String key, String why) {
        Place place = places.get(key);
        place.members.removeIf(member -> member == who);
        place.operator = Objects.equals(place.operator, who) ? null : place.operator;
        toAll(place, -1, new Left(place.name, guests.get(who).nick, why));
        if (place.members.isEmpty() && !key.equals(Chat.LOBBY)) {
            places.remove(key);
        }
    }

    private void giveUp(int who, String why) {
        Guest guest = guests.remove(who);
        if (guest != null) {
            guests.put(who, guest); // so that its nick is known while the others are told
            guest.seats.forEach(key -> rise(who, key, why));
            guests.remove(who);
        }
    }

    private void say(int who, Command.Say say) {
        Optional<Refusal> problem = textProblem(say.text());
        if (!guests.get(who).seats.contains(fold(say.room()))) {
            refuse(who, Refusal.NOT_A_MEMBER);
        } else if (problem.isPresent()) {
            refuse(who, problem.get());
        } else {
            Place place = places.get(fold(say.room()));
            Said said = new Said(place.name, SOME, guests.get(who).nick, say.text(), FakeClock.NOON, false);
            history.computeIfAbsent(fold(say.room()), key -> new ArrayList<>()).add(said.asPast());
            toAll(place, who, said);
            tell(who, Done.at(place.name, SOME));
        }
    }

    private static Optional<Refusal> textProblem(String text) {
        return text.isEmpty()
                ? Optional.of(Refusal.TEXT_EMPTY)
                : text.length() > TEXT ? Optional.of(Refusal.TEXT_TOO_LONG) : Optional.empty();
    }

    private void tellPrivately(int who, Command.Tell tell) {
        Optional<Integer> to = guests.entrySet().stream()
                .filter(other -> other.getValue().nick != null && fold(other.getValue().nick).equals(fold(tell.to())))
                .map(Map.Entry::getKey).findFirst();
        Optional<Refusal> problem = to.isEmpty() ? Optional.of(Refusal.NO_SUCH_NICK) : textProblem(tell.text());
        if (problem.isPresent()) {
            refuse(who, problem.get());
        } else {
            tell(to.get(), new Event.Told(guests.get(who).nick, tell.text(), FakeClock.NOON));
            tell(who, Done.PLAIN);
        }
    }

    private void setTopic(int who, Command.SetTopic set) {
        if (!guests.get(who).seats.contains(fold(set.room()))) {
            refuse(who, Refusal.NOT_A_MEMBER);
        } else if (set.text().length() > TEXT) {
            refuse(who, Refusal.TEXT_TOO_LONG);
        } else {
            Place place = places.get(fold(set.room()));
            TopicSet topic = new TopicSet(place.name, guests.get(who).nick, set.text(), FakeClock.NOON);
            topics.put(fold(set.room()), topic);
            topics.values().removeIf(none -> none.text().isEmpty());
            toAll(place, who, topic);
            tell(who, Done.in(place.name));
        }
    }

    /** Tells the members, and the author only if they asked for an echo. */
    private void toAll(Place place, int author, Event event) {
        place.members.stream().filter(member -> member != author || guests.get(member).echo)
                .forEach(member -> tell(member, event));
    }

    private void who(int who, String room) {
        Place place = places.get(fold(room));
        if (place == null) {
            refuse(who, Refusal.NO_SUCH_ROOM);
        } else {
            tell(who, new Event.Members(place.name,
                    place.members.stream().map(member -> guests.get(member).nick).toList(),
                    place.operator == null ? Map.of() : Map.of(guests.get(place.operator).nick, Role.OPERATOR)));
        }
    }

    private Event.RoomInfo info(Place place) {
        TopicSet topic = topics.get(fold(place.name));
        return new Event.RoomInfo(place.name, topic == null ? "" : topic.text(), place.members.size());
    }

    private void recall(int who, Command.Recall recall) {
        if (!guests.get(who).seats.contains(fold(recall.room()))) {
            refuse(who, Refusal.NOT_A_MEMBER);
            return;
        }
        List<Said> all = history.getOrDefault(fold(recall.room()), List.of());
        List<Said> newest = all.subList(Math.max(0, all.size() - recall.limit()), all.size());
        newest.forEach(said -> tell(who, said));
        tell(who, new Done(places.get(fold(recall.room())).name, newest.isEmpty() ? null : SOME,
                all.size() > recall.limit()));
    }
}
