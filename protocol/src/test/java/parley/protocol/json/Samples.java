package parley.protocol.json;

import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.protocol.Access;
import parley.protocol.Command;
import parley.protocol.Cursor;
import parley.protocol.Event;
import parley.protocol.Password;
import parley.protocol.Refusal;
import parley.protocol.Restriction;
import parley.protocol.Role;
import parley.protocol.RoomChange;
import parley.protocol.Target;

/** At least one of every command and of every event, with each of its fields once there and once not. */
final class Samples {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00.123Z");
    private static final String ODD = "ä ✓ 🍵 \"quoted\" back\\slash tab\t line\n <&> \u2028 \u001b[31m \u007f";

    private static final RoomChange CHANGE =
            new RoomChange(Access.MEMBERS_ONLY, true, false, true, 12, new Password("sesame"));

    static final List<Command> COMMANDS = List.of(new Command.Hello("alice"), new Command.Hello("alice", true),
            new Command.Hello("alice", false, Map.of("#tea", new Cursor("42"), "#lobby ✓ \"", new Cursor(""))),
            new Command.Hello("alice", new Password(ODD), false, Map.of()),
            new Command.Join("#tea"), new Command.Join("#tea", new Password("sesame")), new Command.Leave("#tea", null),
            new Command.Leave("#tea", "off to bed"),
            new Command.Say("#tea", ODD), new Command.Say("#tea", "", true), new Command.Say("#tea", ""),
            new Command.TellRole("#tea", Role.OPERATOR, ODD), new Command.TellRole("#tea", Role.VOICE, "hi", true),
            new Command.Tell("bob", ODD),
            new Command.Tell("bob", ODD, true),
            new Command.Rename("alicia"), new Command.SetTopic("#tea", "Assam"), new Command.SetTopic("#tea", ""),
            new Command.Who("#tea"), new Command.Rooms(), new Command.Recall("#tea", null, null, 100),
            new Command.Recall("#tea", new Cursor("42"), null, 0),
            new Command.Recall("#tea", null, new Cursor("42"), Integer.MAX_VALUE), new Command.Search("#tea", ODD, 7),
            new Command.WhoIs("bob"), new Command.Invite("#tea", "bob"), new Command.Kick("#tea", "bob", ODD),
            new Command.Kick(null, "bob", null),
            new Command.Restrict(Restriction.BAN, "#tea", new Target.ByNick("b*b"), Duration.ofMinutes(90), ODD),
            new Command.Restrict(Restriction.BAN, null, new Target.ByAddress("2001:db8::/32"), null, null),
            new Command.Restrict(Restriction.MUTE, "#tea", new Target.ByAccount("bob"), Duration.ofMillis(1), null),
            new Command.Lift(Restriction.BAN, null, new Target.ByAddress("203.0.113.7")),
            new Command.Lift(Restriction.MUTE, "#tea", new Target.ByNick("bob")),
            new Command.Restrictions("#tea"), new Command.Restrictions(null),
            new Command.SetRole("#tea", "bob", Role.VOICE), new Command.SetRole("#tea", "bob", Role.NONE),
            new Command.SetRoom("#tea", CHANGE), new Command.SetRoom("#tea", RoomChange.NONE),
            new Command.Sync(),
            new Command.Ping(), new Command.Status(), new Command.Quit(null), new Command.Quit("bye all"));

    static final List<Event> EVENTS = events();

    private Samples() {
    }

    private static List<Event> events() {
        List<Event> events = new ArrayList<>(List.of(
                new Event.Welcomed("alice", "chatd 1.0", List.of("#lobby", "#tea"), "Be kind."),
                new Event.Welcomed("alice", "chatd 1.0", List.of(), ""),
                new Event.Welcomed("alice", "chatd 1.0", List.of(), "", "alice"), Event.Done.PLAIN,
                Event.Done.in("#tea"),
                Event.Done.at("#tea", new Cursor("42")), new Event.Done("#tea", null, true),
                new Event.Members("#tea", List.of("alice", "bob")), new Event.Members("#tea", List.of()),
                new Event.Members("#tea", List.of("alice", "bob"), Map.of("bob", Role.OPERATOR, "alice", Role.VOICE)),
                new Event.Restrictions(null, List.of()), new Event.Restrictions("#tea", List.of(
                        restricted("#tea", null), restricted("#tea", NOON),
                        new Event.Restricted(Restriction.MUTE, "#tea", new Target.ByNick("b"), "alice", null, "",
                                NOON))),
                new Event.Person("bob", null, false, List.of(), NOON, false, null),
                new Event.Person("bob", "Bob", true, List.of("#tea", "#lobby"), NOON, true, "203.0.113.7"),
                new Event.Kicked("#tea", "bob", "alice", ODD), restricted("#tea", NOON), restricted(null, null),
                new Event.Restricted(Restriction.MUTE, "#tea", new Target.ByAccount("bob"), "alice", NOON, "", NOON),
                new Event.Lifted(Restriction.BAN, null, new Target.ByAddress("203.0.113.0/24"), "alice"),
                new Event.Lifted(Restriction.MUTE, "#tea", new Target.ByNick("bob"), "alice"),
                new Event.Restricted(Restriction.EXEMPT, "#tea", new Target.ByNick("b*"), "alice", null, ""),
                new Event.Lifted(Restriction.ADMIT, "#tea", new Target.ByAccount("bob"), "alice"),
                new Event.RoleSet("#tea", "alice", "bob", null, Role.MEMBER),
                new Event.RoleSet("#tea", "alice", "bob", "Bob", Role.NONE), new Event.Kicked(null, "bob", "alice", ""),
                new Event.RoomChanged("#tea", "alice", CHANGE),
                new Event.RoomChanged("#tea", "alice", RoomChange.NONE), new Event.Invited("#tea", "bob", "alice"),
                new Event.RoomList(List.of()),
                new Event.RoomList(
                        List.of(new Event.RoomInfo("#lobby", "", 0), new Event.RoomInfo("#tea", ODD, 12_345))),
                new Event.Status("chatd 1.0", 86_400, 12, 3, 5_000_000_000L, null),
                new Event.Status("chatd 1.0", 0, 0, 0, 0, "the history cannot be written: the disk is full"),
                new Event.Pong(), new Event.Bye("quit"), new Event.Bye(""), new Event.Joined("#tea", "alice"),
                new Event.Left("#tea", "alice", "connection reset"), new Event.Left("#tea", "alice", ""),
                new Event.Said("#tea", new Cursor("43"), "bob", ODD, NOON, false),
                new Event.Said("#tea", new Cursor("43"), "bob", "hi", Instant.parse("2026-01-31T12:00:00Z"), true),
                new Event.Gap("#tea", new Cursor("42")), new Event.Told("bob", ODD, NOON),
                new Event.ToldRole("#tea", Role.OPERATOR, "bob", ODD, NOON),
                new Event.ToldRole("#tea", Role.VOICE, "bob", "hi", NOON, true),
                new Event.Renamed("alice", "alicia"),
                new Event.TopicSet("#tea", "alice", "Assam"), new Event.TopicSet("#tea", "alice", ""),
                new Event.TopicSet("#tea", "", "Assam", NOON),
                new Event.Ping()));
        for (Refusal refusal : Refusal.values()) {
            events.add(new Event.Refused(refusal, "", "Because."));
            events.add(new Event.Refused(refusal, ODD, "Because.", Duration.ofMillis(250)));
        }
        return events;
    }

    private static Event.Restricted restricted(@Nullable String room, @Nullable Instant until) {
        return new Event.Restricted(Restriction.BAN, room, new Target.ByNick("b?b*"), "alice", until, ODD);
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
