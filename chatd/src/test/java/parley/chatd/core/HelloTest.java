package parley.chatd.core;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatd.core.Chat.assertRefused;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.chatd.engine.MemoryEngine;
import parley.protocol.Command;
import parley.protocol.Command.Hello;
import parley.protocol.Cursor;
import parley.protocol.Event;
import parley.protocol.Event.Joined;
import parley.protocol.Refusal;
import parley.protocol.Restriction;
import parley.protocol.Role;
import parley.protocol.RoomChange;
import parley.protocol.Target;

class HelloTest {

    private final Chat chat = new Chat();

    @Test
    void aSessionKnowsWhereItComesFromBeforeItsHello() {
        Origin origin = new Origin(InetAddress.getLoopbackAddress(), true, Optional.of("c0ffee"));

        assertThat(chat.server.open(new RecordingOutbox(), origin).origin()).isEqualTo(origin);
    }

    @Test
    void helloIsAnsweredWithAWelcome() {
        assertThat(chat.open().hello("Alice"))
                .isEqualTo(new Event.Welcomed("Alice", "chatd test", List.of("#lobby"), "Be kind."));
    }

    @Test
    void nobodyComesBackToMoreRoomsThanTheyMayBeIn() {
        Map<String, Cursor> five = IntStream.range(0, 5).boxed()
                .collect(Collectors.toMap(i -> "#room" + i, i -> Cursor.NONE));
        Map<String, Cursor> six = new TreeMap<>(five);
        six.put("#room6", Cursor.NONE);

        assertRefused(chat.open().does(new Hello("alice", false, six)), Refusal.TOO_MANY_ROOMS);
        assertThat(chat.open().does(new Hello("alice", false, five))).isInstanceOf(Event.Welcomed.class);
    }

    @Test
    void everyoneHasASeatInEachRoomOfTheStart() {
        Chat several = new Chat(List.of("#lobby", "#Tea"), Chat.LIMITS, new MemoryEngine(10));
        Person alice = several.open();

        assertThat(alice.hello("alice"))
                .isEqualTo(new Event.Welcomed("alice", "chatd test", List.of("#lobby", "#Tea"), "Be kind."));
        assertThat(alice.does(new Command.Who("#tea"))).isEqualTo(new Event.Members("#Tea", List.of("alice")));
    }

    @Test
    void aServerMayHaveNoRoomsAtAll() {
        Chat empty = new Chat(List.of(), Chat.LIMITS, new MemoryEngine(10));

        assertThat(empty.open().hello("alice"))
                .isEqualTo(new Event.Welcomed("alice", "chatd test", List.of(), "Be kind."));
    }

    @Test
    void theOthersLearnWhoCame() {
        Person alice = chat.connect("alice");
        Person bob = chat.connect("bob");

        assertThat(alice.news()).containsExactly(new Joined("#lobby", "bob"));
        assertThat(bob.news()).isEmpty();
    }

    private static final Target ALICE = new Target.ByNick("alice");

    static Stream<Command> whatNeedsAHello() {
        return Stream.of(new Command.Join("#tea"), new Command.Leave("#lobby", null), new Command.Say("#lobby", "hi"),
                new Command.Tell("alice", "hi"),
                new Command.TellRole("#lobby", Role.OPERATOR, "hi"), new Command.Rename("bob"),
                new Command.SetTopic("#lobby", "Tea"),
                new Command.Who("#lobby"), new Command.Rooms(), new Command.Recall("#lobby", null, null, 10),
                new Command.Search("#lobby", "hi", 10), new Command.Sync(), new Command.WhoIs("alice"),
                new Command.Invite("#lobby", "alice"), new Command.Kick("#lobby", "alice", null),
                new Command.Restrict(Restriction.BAN, "#lobby", ALICE, null, null),
                new Command.Lift(Restriction.MUTE, null, ALICE), new Command.Restrictions(null),
                new Command.SetRole("#lobby", "alice", Role.VOICE),
                new Command.SetRoom("#lobby", RoomChange.NONE));
    }

    @Test
    void thatIsAllButFour() {
        assertThat(whatNeedsAHello().map(Object::getClass)).hasSize(Command.class.getPermittedSubclasses().length - 4)
                .doesNotContain(Command.Hello.class, Command.Ping.class, Command.Quit.class, Command.Status.class);
    }

    @ParameterizedTest
    @MethodSource("whatNeedsAHello")
    void beforeHelloMostIsRefused(Command command) {
        Person alice = chat.connect("alice");
        Person stranger = chat.open();

        assertRefused(stranger.does(command), Refusal.HELLO_FIRST);
        assertThat(alice.news()).isEmpty();
    }

    @Test
    void beforeHelloThereIsPing() {
        assertThat(chat.open().does(new Command.Ping())).isEqualTo(new Event.Pong());
    }

    @Test
    void beforeHelloThereIsQuit() {
        Person alice = chat.connect("alice");
        Person stranger = chat.open();

        assertThat(stranger.quits("wrong door")).isEqualTo(new Event.Bye("wrong door"));
        assertThat(stranger.outbox().isClosed()).isTrue();
        assertThat(alice.news()).isEmpty();
    }

    @Test
    void aRoomThatIsResumedUnderTwoSpellingsIsOneSeat() {
        Person alice = chat.open();
        alice.does(new Command.Hello("alice", false, Map.of("#Tea", new Cursor("1"), "#tea", new Cursor("2"))));
        Person bob = chat.connect("bob");
        bob.joins("#tea");
        bob.says("#tea", "once");

        assertThat(bob.does(new Command.Who("#tea"))).isInstanceOfSatisfying(Event.Members.class,
                members -> assertThat(members.nicks()).containsExactly("alice", "bob"));
        assertThat(alice.heard()).containsExactly("once");
    }

    @Test
    void aSecondHelloIsRefusedAndChangesNothing() {
        Person alice = chat.connect("alice");

        assertRefused(alice.hello("bob"), Refusal.ALREADY_WELCOMED);
        assertThat(alice.says("hi")).isInstanceOf(Event.Done.class);
        assertThat(chat.open().hello("bob")).isInstanceOf(Event.Welcomed.class);
    }

    @Test
    void aRefusedHelloMayBeSaidAgain() {
        chat.connect("alice");
        Person bob = chat.open();

        assertRefused(bob.hello("alice"), Refusal.NICK_TAKEN);
        assertRefused(bob.hello("b o b"), Refusal.NICK_INVALID);
        assertRefused(bob.says("hi"), Refusal.HELLO_FIRST);
        assertThat(bob.hello("bob")).isInstanceOf(Event.Welcomed.class);
    }

    @Test
    void whoHasNotSaidHelloIsNobodyAndHearsNothing() {
        Person alice = chat.connect("alice");
        Person stranger = chat.open();
        alice.says("hi");

        assertThat(stranger.everything()).isEmpty();
        assertThat(alice.does(new Command.Who("#lobby"))).isEqualTo(new Event.Members("#lobby", List.of("alice")));
        stranger.disconnects("connection closed");
        assertThat(alice.news()).isEmpty();
    }
}
