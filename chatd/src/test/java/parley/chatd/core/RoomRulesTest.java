package parley.chatd.core;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatd.core.Chat.assertRefused;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.chatd.Together;
import parley.protocol.Access;
import parley.protocol.Command.Invite;
import parley.protocol.Command.Join;
import parley.protocol.Command.Restrict;
import parley.protocol.Command.Rooms;
import parley.protocol.Command.SetRole;
import parley.protocol.Command.SetRoom;
import parley.protocol.Command.SetTopic;
import parley.protocol.Command.Who;
import parley.protocol.Command.WhoIs;
import parley.protocol.Event;
import parley.protocol.Event.Done;
import parley.protocol.Event.Invited;
import parley.protocol.Event.Refused;
import parley.protocol.Event.RoomChanged;
import parley.protocol.Event.RoomInfo;
import parley.protocol.Password;
import parley.protocol.Refusal;
import parley.protocol.Restriction;
import parley.protocol.Role;
import parley.protocol.RoomChange;
import parley.protocol.Target;

/** Rooms that are not open to everybody for everything. */
class RoomRulesTest {

    private final Chat chat = Society.chat();
    private final Person alice = Society.logIn(chat, "alice");
    private final Person bob = chat.connect("bob");

    @Test
    void aRoomForMembersIsForThoseWithARole() {
        assertRefused(bob.joins("#staff"), Refusal.MEMBERS_ONLY);
        assertThat(alice.joins("#staff")).isEqualTo(Done.in("#staff"));
        assertThat(Society.logIn(chat, "carol").joins("#staff")).isEqualTo(Done.in("#staff"));
    }

    @Test
    void anInvitationOpensItOnce() {
        alice.joins("#staff");
        assertThat(alice.does(new Invite("#staff", "bob"))).isEqualTo(Done.in("#staff"));
        assertThat(bob.news()).contains(new Invited("#staff", "bob", "alice"));

        assertThat(bob.joins("#staff")).isEqualTo(Done.in("#staff"));
        bob.leaves("#staff", null);
        assertRefused(bob.joins("#staff"), Refusal.MEMBERS_ONLY);
    }

    @Test
    void whoMayInviteLearnsWhoElseDoes() {
        Person carol = Society.logIn(chat, "carol");
        Person dave = chat.connect("dave");
        alice.joins("#staff");
        carol.joins("#staff");
        alice.does(new SetRole("#staff", "carol", Role.NONE));
        alice.news();
        carol.news();
        alice.does(new Invite("#staff", "dave"));
        assertThat(dave.news()).endsWith(new Invited("#staff", "dave", "alice"));
        assertThat(carol.news()).as("no operator").isEmpty();
        assertThat(alice.news()).as("who did it").isEmpty();

        alice.does(new SetRole("#staff", "carol", Role.OPERATOR));
        carol.news();
        alice.does(new Invite("#staff", "dave"));
        assertThat(carol.news()).containsExactly(new Invited("#staff", "dave", "alice"));
        alice.does(new Invite("#staff", "carol"));
        assertThat(carol.news()).as("there already").isEmpty();
    }

    @Test
    void onlyOperatorsInviteIntoAClosedRoomAndAnybodyIntoAnOpenOne() {
        alice.joins("#staff");
        var carol = Society.logIn(chat, "carol");
        carol.joins("#staff");

        assertRefused(carol.does(new Invite("#staff", "bob")), Refusal.NOT_OPERATOR);
        assertRefused(bob.does(new Invite("#staff", "bob")), Refusal.NOT_A_MEMBER);
        assertThat(carol.does(new Invite("#lobby", "bob"))).isEqualTo(Done.in("#lobby"));
        assertRefused(alice.does(new Invite("#staff", "nobody")), Refusal.NO_SUCH_NICK);
    }

    @Test
    void aRoomCanBecomeInviteOnly() {
        bob.joins("#tea");
        assertThat(bob.does(new SetRoom("#tea", Society.access(Access.INVITE_ONLY)))).isEqualTo(Done.in("#tea"));

        assertRefused(alice.joins("#tea"), Refusal.INVITE_ONLY);
        bob.does(new Invite("#tea", "alice"));
        assertThat(alice.joins("#tea")).isEqualTo(Done.in("#tea"));
        assertThat(alice.news()).as("what is different here")
                .contains(new RoomChanged("#tea", "", Society.access(Access.INVITE_ONLY)));
        bob.does(new SetRoom("#tea", Society.access(Access.OPEN)));
        assertThat(alice.news()).contains(new RoomChanged("#tea", "bob", Society.access(Access.OPEN)));
        assertThat(chat.connect("dave").joins("#tea")).isEqualTo(Done.in("#tea"));
    }

    @Test
    void nobodyIsLockedOutOfAnEmptyRoomThatNobodysAccountRuns() {
        bob.joins("#tea");
        bob.does(new SetRoom("#tea", Society.access(Access.INVITE_ONLY)));
        bob.leaves("#tea", null);

        assertThat(alice.joins("#tea")).isEqualTo(Done.in("#tea"));
        assertRefused(bob.joins("#tea"), Refusal.INVITE_ONLY);
        assertThat(alice.does(new SetRoom("#tea", Society.access(Access.OPEN)))).isEqualTo(Done.in("#tea"));
    }

    @Test
    void aKeyMustBeKnown() {
        assertRefused(bob.joins("#vault"), Refusal.KEY_WRONG);
        assertThat(((Refused) bob.joins("#vault")).text()).endsWith("you gave none");
        assertThat(((Refused) bob.does(new Join("#vault", new Password("Sesame")))).text()).endsWith("this is not it");
        assertRefused(bob.does(new Join("#vault", new Password("Sesame"))), Refusal.KEY_WRONG);
        assertThat(bob.does(new Join("#vault", new Password("sesame")))).isEqualTo(Done.in("#vault"));
    }

    @Test
    void aLimitHoldsHoweverManyComeAtOnce() throws Exception {
        List<Person> crowd = IntStream.range(0, 20)
                .mapToObj(i -> chat.connect("guest" + i)).toList();
        Together.together(20, i -> List.of(crowd.get(i - 1).does(new Join("#vault", new Password("sesame")))));

        assertThat(((Event.RoomList) Society.logIn(chat, "root").does(new Rooms())).rooms())
                .contains(new RoomInfo("#vault", "", 2));
        assertThat(crowd)
                .filteredOn(guest -> guest.everything().stream()
                        .anyMatch(event -> event instanceof Refused refused && refused.why() == Refusal.ROOM_FULL))
                .hasSize(18);
    }

    @Test
    void aSeatThatIsGivenUpCanBeTaken() {
        Join join = new Join("#vault", new Password("sesame"));
        bob.does(join);
        var dave = chat.connect("dave");
        dave.does(join);
        var erin = chat.connect("erin");
        assertRefused(erin.does(join), Refusal.ROOM_FULL);
        dave.disconnects("gone");

        assertThat(erin.does(join)).isEqualTo(Done.in("#vault"));
    }

    @Test
    void inAModeratedRoomOneNeedsAVoice() {
        bob.joins("#quiet");
        var carol = Society.logIn(chat, "carol");
        carol.joins("#quiet");
        var root = Society.logIn(chat, "root");

        assertRefused(bob.says("#quiet", "hm"), Refusal.MODERATED);
        assertThat(carol.says("#quiet", "I may")).isInstanceOf(Done.class);
        root.does(new SetRole("#quiet", "bob", Role.VOICE));
        assertThat(bob.says("#quiet", "thanks")).isInstanceOf(Done.class);
        root.does(new SetRoom("#quiet", new RoomChange(null, false, null, null, null, null)));
        root.does(new SetRole("#quiet", "bob", Role.NONE));
        assertThat(bob.says("#quiet", "still")).isInstanceOf(Done.class);
    }

    @Test
    void aLockedTopicIsForOperators() {
        var carol = Society.logIn(chat, "carol");
        carol.joins("#quiet");
        var root = Society.logIn(chat, "root");
        root.joins("#quiet");

        assertRefused(carol.does(new SetTopic("#quiet", "mine")), Refusal.TOPIC_LOCKED);
        assertThat(root.does(new SetTopic("#quiet", "ours"))).isEqualTo(Done.in("#quiet"));
    }

    @Test
    void aHiddenRoomIsKnownToItsMembersOnly() {
        assertThat(names(bob)).doesNotContain("#vault");
        assertRefused(bob.does(new Who("#vault")), Refusal.NO_SUCH_ROOM);
        bob.does(new Join("#vault", new Password("sesame")));

        assertThat(names(bob)).contains("#vault");
        assertThat(bob.does(new Who("#vault"))).isInstanceOf(Event.Members.class);
        assertThat(((Event.Person) alice.does(new WhoIs("bob"))).rooms()).containsExactly("#lobby");
        assertThat(((Event.Person) bob.does(new WhoIs("bob"))).rooms()).containsExactly("#lobby", "#vault");
    }

    private static List<String> names(Person person) {
        return ((Event.RoomList) person.does(new Rooms())).rooms().stream().map(RoomInfo::name).toList();
    }

    @Test
    void addressesAreForOperatorsOfTheServer() {
        chat.open("203.0.113.7").hello("far");

        assertThat(((Event.Person) bob.does(new WhoIs("far"))).address()).isNull();
        assertThat(((Event.Person) Society.logIn(chat, "root").does(new WhoIs("FAR"))).address())
                .isEqualTo("203.0.113.7");
        assertThat(((Event.Person) bob.does(new WhoIs("alice")))).satisfies(person -> {
            assertThat(person.account()).isEqualTo("alice");
            assertThat(person.operator()).isFalse();
        });
        assertRefused(bob.does(new WhoIs("nobody")), Refusal.NO_SUCH_NICK);
    }

    @Test
    void aChangeOfNothingIsRefused() {
        bob.joins("#tea");

        assertRefused(bob.does(new SetRoom("#tea", RoomChange.NONE)), Refusal.FIELD_INVALID);
        assertRefused(bob.does(new SetRoom("#tea", new RoomChange(null, null, null, null, null, new Password("a\nb")))),
                Refusal.TEXT_INVALID);
        assertRefused(alice.does(new SetRoom("#tea", Society.access(Access.OPEN))), Refusal.NOT_OPERATOR);
    }

    @Test
    void whoIsRefusedDoesNotKeepARoomOpen() {
        bob.joins("#tea");
        bob.does(new Restrict(Restriction.BAN, "#tea", new Target.ByNick("alice"), null, null));
        bob.leaves("#tea", null);
        assertRefused(alice.joins("#tea"), Refusal.BANNED);

        assertThat(names(alice)).doesNotContain("#tea");
        assertRefused(alice.does(new Who("#tea")), Refusal.NO_SUCH_ROOM);
    }
}
