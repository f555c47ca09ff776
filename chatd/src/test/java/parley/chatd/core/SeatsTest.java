package parley.chatd.core;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatd.core.Chat.LOBBY;
import static parley.chatd.core.Chat.assertRefused;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.Event.Bye;
import parley.protocol.Event.Done;
import parley.protocol.Event.Joined;
import parley.protocol.Event.Left;
import parley.protocol.Event.TopicSet;
import parley.protocol.Refusal;
import parley.protocol.Role;

/** Coming and going: the others learn of it, once, and why. */
class SeatsTest {

    private final Chat chat = new Chat();

    @Test
    void joiningIsToldToTheOthersAndAnsweredToWhoJoined() {
        Person alice = chat.connect("alice", "#tea");
        Person bob = chat.connect("bob");
        alice.news();

        assertThat(bob.joins("#tea")).isEqualTo(Done.in("#tea"));
        assertThat(alice.news()).containsExactly(new Joined("#tea", "bob"));
        assertThat(bob.news()).isEmpty();
    }

    @Test
    void joiningAgainIsDoneAlready() {
        Person alice = chat.connect("alice");
        Person bob = chat.connect("bob");
        alice.news();

        assertThat(bob.joins(LOBBY)).isEqualTo(Done.in(LOBBY));
        assertThat(alice.news()).isEmpty();
        assertThat(bob.does(new Command.Who(LOBBY))).isEqualTo(new Event.Members(LOBBY, List.of("alice", "bob")));
    }

    @Test
    void leavingIsToldWithItsReason() {
        Person alice = chat.connect("alice");
        Person bob = chat.connect("bob");
        alice.news();

        assertThat(bob.leaves(LOBBY, "too loud")).isEqualTo(Done.in(LOBBY));
        bob.joins(LOBBY);
        bob.leaves(LOBBY, null);
        bob.joins(LOBBY);
        bob.leaves(LOBBY, "");
        assertThat(alice.news()).containsExactly(new Left(LOBBY, "bob", "too loud"), new Joined(LOBBY, "bob"),
                new Left(LOBBY, "bob", "left"), new Joined(LOBBY, "bob"), new Left(LOBBY, "bob", ""));
        assertThat(bob.news()).isEmpty();
    }

    @Test
    void whereOneIsNotOneCannotLeave() {
        Person alice = chat.connect("alice", "#tea");
        Person bob = chat.connect("bob");

        assertRefused(bob.leaves("#tea", null), Refusal.NOT_A_MEMBER);
        assertRefused(bob.leaves("#nowhere", null), Refusal.NOT_A_MEMBER);
        assertThat(alice.does(new Command.Who("#tea")))
                .isEqualTo(new Event.Members("#tea", List.of("alice"), Map.of("alice", Role.OPERATOR)));
    }

    @Test
    void aReasonIsOneLineOfLimitedLength() {
        Person alice = chat.connect("alice");
        Person bob = chat.connect("bob");
        alice.news();

        assertRefused(bob.leaves(LOBBY, "two\nlines"), Refusal.TEXT_INVALID);
        assertRefused(bob.leaves(LOBBY, "two\rlines"), Refusal.TEXT_INVALID);
        assertRefused(bob.leaves(LOBBY, "nu\0l"), Refusal.TEXT_INVALID);
        assertRefused(bob.leaves(LOBBY, "ä".repeat(51)), Refusal.TEXT_TOO_LONG);
        assertRefused(bob.quits("two\nlines"), Refusal.TEXT_INVALID);
        assertRefused(bob.quits("ä".repeat(51)), Refusal.TEXT_TOO_LONG);
        assertThat(alice.news()).isEmpty();
        assertThat(bob.says("still here")).isInstanceOf(Done.class);
    }

    @Test
    void quittingIsAnsweredByeAndToldInEveryRoomWithItsReason() {
        Person alice = chat.connect("alice", "#tea");
        Person bob = chat.connect("bob", "#tea");
        alice.news();

        assertThat(bob.quits("off to bed")).isEqualTo(new Bye("off to bed"));
        bob.disconnects("connection closed");
        assertThat(alice.news()).containsExactlyInAnyOrder(new Left(LOBBY, "bob", "off to bed"),
                new Left("#tea", "bob", "off to bed"));
        assertThat(bob.outbox().isClosed()).isTrue();
    }

    @Test
    void quittingWithoutAReasonIsQuit() {
        Person alice = chat.connect("alice");
        Person bob = chat.connect("bob");
        alice.news();

        assertThat(bob.quits(null)).isEqualTo(new Bye("quit"));
        assertThat(alice.news()).containsExactly(new Left(LOBBY, "bob", "quit"));
    }

    @Test
    void afterQuittingNothingIsDoneAnyMore() {
        Person alice = chat.connect("alice");
        Person bob = chat.connect("bob");
        bob.quits("off");
        alice.news();

        assertThat(bob.says("one more thing")).isNull();
        assertThat(bob.joins("#tea")).isNull();
        assertThat(alice.news()).isEmpty();
        assertRefused(alice.does(new Command.Who("#tea")), Refusal.NO_SUCH_ROOM);
    }

    @Test
    void aConnectionThatEndsIsToldWithItsReason() {
        Person alice = chat.connect("alice");
        Person bob = chat.connect("bob");
        alice.news();
        bob.disconnects("connection reset");

        assertThat(alice.news()).containsExactly(new Left(LOBBY, "bob", "connection reset"));
    }

    @Test
    void theFirstReasonIsTheOneThatIsTold() {
        Person alice = chat.connect("alice");
        Person bob = chat.connect("bob");
        alice.news();
        bob.session().end("kicked by the cat");
        bob.session().end("a later reason");
        bob.disconnects("connection closed");

        assertThat(bob.everything()).last().isEqualTo(new Bye("kicked by the cat"));
        assertThat(alice.news()).containsExactly(new Left(LOBBY, "bob", "kicked by the cat"));
    }

    @Test
    void aSessionHasALimitOfRooms() {
        Person alice = chat.connect("alice", "#2", "#3", "#4", "#5");

        assertRefused(alice.joins("#6"), Refusal.TOO_MANY_ROOMS);
        assertThat(alice.joins("#5")).as("a room it is in already").isEqualTo(Done.in("#5"));
        alice.leaves("#2", null);
        assertThat(alice.joins("#6")).isEqualTo(Done.in("#6"));
    }

    @Test
    void membersStandInTheOrderTheyCame() {
        Person first = chat.connect("zoe");
        IntStream.of(3, 1, 2).forEach(i -> chat.connect("p" + i));
        first.leaves(LOBBY, null);
        first.joins(LOBBY);

        assertThat(first.does(new Command.Who(LOBBY)))
                .isEqualTo(new Event.Members(LOBBY, List.of("p3", "p1", "p2", "zoe")));
    }

    @Test
    void aRoomGoesWithItsLastMemberUnlessEveryoneHasASeatThere() {
        Person alice = chat.connect("alice", "#tea");
        Person bob = chat.connect("bob");
        bob.leaves(LOBBY, null);
        alice.quits(null);

        assertThat(bob.does(new Command.Rooms()))
                .isEqualTo(new Event.RoomList(List.of(new Event.RoomInfo(LOBBY, "", 0))));
    }

    @Test
    void whoJoinsIsToldTheTopicBeforeTheAnswer() {
        Person alice = chat.connect("alice", "#tea");
        alice.does(new Command.SetTopic("#tea", "Assam"));
        Person bob = chat.connect("bob");
        bob.joins("#tea");

        assertThat(bob.everything()).endsWith(new TopicSet("#tea", "alice", "Assam", FakeClock.NOON), Done.in("#tea"));
    }

    @Test
    void theTopicOfARoomOutlivesItsMembers() {
        Person alice = chat.connect("alice", "#tea");
        alice.does(new Command.SetTopic("#tea", "Assam"));
        alice.leaves("#tea", null);
        alice.joins("#tea");

        assertThat(alice.news()).containsExactly(new TopicSet("#tea", "alice", "Assam", FakeClock.NOON));
    }

    @Test
    void aTopicIsToldToTheOthersAndAnEmptyOneClearsIt() {
        Person alice = chat.connect("alice");
        Person bob = chat.connect("bob");
        alice.news();

        assertThat(alice.does(new Command.SetTopic(LOBBY, "Tea"))).isEqualTo(Done.in(LOBBY));
        assertThat(alice.does(new Command.SetTopic(LOBBY, ""))).isEqualTo(Done.in(LOBBY));
        assertThat(bob.news()).containsExactly(new TopicSet(LOBBY, "alice", "Tea", FakeClock.NOON),
                new TopicSet(LOBBY, "alice", "", FakeClock.NOON));
        assertThat(alice.news()).isEmpty();
        assertThat(chat.connect("carol").everything()).hasOnlyElementsOfType(Event.Welcomed.class);
    }

    @Test
    void aTopicIsOneLineOfLimitedLengthFromAMember() {
        Person alice = chat.connect("alice");
        chat.connect("bob", "#tea");

        assertRefused(alice.does(new Command.SetTopic("#tea", "x")), Refusal.NOT_A_MEMBER);
        assertRefused(alice.does(new Command.SetTopic(LOBBY, "two\nlines")), Refusal.TEXT_INVALID);
        assertRefused(alice.does(new Command.SetTopic(LOBBY, "nu\0l")), Refusal.TEXT_INVALID);
        assertRefused(alice.does(new Command.SetTopic(LOBBY, "x".repeat(101))), Refusal.TEXT_TOO_LONG);
    }
}
