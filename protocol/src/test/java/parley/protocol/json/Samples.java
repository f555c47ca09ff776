package parley.protocol.json;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import parley.protocol.Command;
import parley.protocol.Cursor;
import parley.protocol.Event;
import parley.protocol.Refusal;

/** At least one of every command and of every event, with each of its fields once there and once not. */
final class Samples {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00.123Z");
    private static final String ODD = "ä ✓ 🍵 \"quoted\" back\\slash tab\t line\n <&> \u2028 \u001b[31m \u007f";

    static final List<Command> COMMANDS = List.of(new Command.Hello("alice"), new Command.Hello("alice", true),
            new Command.Hello("alice", false, Map.of("#tea", new Cursor("42"), "#lobby ✓ \"", new Cursor(""))),
            new Command.Join("#tea"), new Command.Leave("#tea", null), new Command.Leave("#tea", "off to bed"),
            new Command.Say("#tea", ODD), new Command.Say("#tea", ""), new Command.Tell("bob", ODD),
            new Command.Rename("alicia"), new Command.SetTopic("#tea", "Assam"), new Command.SetTopic("#tea", ""),
            new Command.Who("#tea"), new Command.Rooms(), new Command.Recall("#tea", null, null, 100),
            new Command.Recall("#tea", new Cursor("42"), null, 0),
            new Command.Recall("#tea", null, new Cursor("42"), Integer.MAX_VALUE), new Command.Search("#tea", ODD, 7),
            new Command.Sync(),
            new Command.Ping(), new Command.Quit(null), new Command.Quit("bye all"));

    static final List<Event> EVENTS = events();

    private Samples() {
    }

    private static List<Event> events() {
        List<Event> events = new ArrayList<>(List.of(
                new Event.Welcomed("alice", "chatd 1.0", List.of("#lobby", "#tea"), "Be kind."),
                new Event.Welcomed("alice", "chatd 1.0", List.of(), ""), Event.Done.PLAIN, Event.Done.in("#tea"),
                Event.Done.at("#tea", new Cursor("42")), new Event.Done("#tea", null, true),
                new Event.Members("#tea", List.of("alice", "bob")), new Event.Members("#tea", List.of()),
                new Event.RoomList(List.of()),
                new Event.RoomList(
                        List.of(new Event.RoomInfo("#lobby", "", 0), new Event.RoomInfo("#tea", ODD, 12_345))),
                new Event.Pong(), new Event.Bye("quit"), new Event.Bye(""), new Event.Joined("#tea", "alice"),
                new Event.Left("#tea", "alice", "connection reset"), new Event.Left("#tea", "alice", ""),
                new Event.Said("#tea", new Cursor("43"), "bob", ODD, NOON, false),
                new Event.Said("#tea", new Cursor("43"), "bob", "hi", Instant.parse("2026-01-31T12:00:00Z"), true),
                new Event.Gap("#tea", new Cursor("42")), new Event.Told("bob", ODD, NOON),
                new Event.Renamed("alice", "alicia"),
                new Event.TopicSet("#tea", "alice", "Assam"), new Event.TopicSet("#tea", "alice", ""),
                new Event.Ping()));
        for (Refusal refusal : Refusal.values()) {
            events.add(new Event.Refused(refusal, "", "Because."));
            events.add(new Event.Refused(refusal, ODD, "Because."));
        }
        return events;
    }

    /** The kinds of a sealed type, through all that is sealed below it. */
    static Stream<Class<?>> kindsOf(Class<?> sealed) {
        return sealed.isSealed()
                ? Stream.of(sealed.getPermittedSubclasses()).flatMap(Samples::kindsOf)
                : Stream.of(sealed);
    }

    /** The samples of one kind; a kind without one is an omission of this class. */
    static <T> List<T> of(Class<?> kind, List<T> samples) {
        Map<Class<?>, List<T>> byKind = samples.stream().collect(groupingBy(Object::getClass));
        if (!byKind.containsKey(kind)) {
            throw new AssertionError("there is no sample of " + kind.getSimpleName());
        }
        return byKind.get(kind);
    }
}
