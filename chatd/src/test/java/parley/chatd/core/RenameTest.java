package parley.chatd.core;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatd.core.Chat.LOBBY;
import static parley.chatd.core.Chat.assertRefused;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.Event.Done;
import parley.protocol.Event.Left;
import parley.protocol.Event.Renamed;
import parley.protocol.Event.Said;
import parley.protocol.Refusal;
import parley.protocol.Role;

class RenameTest {

    private final Chat chat = new Chat();
    private final Person alice = chat.connect("alice", "#tea", "#garden");
    private final Person bob = chat.connect("bob", "#tea", "#garden");
    private final Person carol = chat.connect("carol");

    @Test
    void whoSharesSeveralRoomsIsToldOnce() {
        carol.leaves(LOBBY, null);
        bob.news();
        carol.news();

        assertThat(alice.renamesTo("alicia")).isEqualTo(Done.PLAIN);
        assertThat(bob.news()).containsExactly(new Renamed("alice", "alicia"));
        assertThat(carol.news()).as("somebody who shares no room").isEmpty();
    }

    @Test
    void whoAskedForAnEchoIsToldOnceToo() {
        Person dora = chat.open();
        dora.does(new Command.Hello("dora", true));
        dora.joins("#tea");
        dora.news();
        dora.renamesTo("dorothy");

        assertThat(dora.news()).containsExactly(new Renamed("dora", "dorothy"));
    }

    @Test
    void fromThenOnTheNewNickIsShownEverywhere() {
        alice.renamesTo("alicia");
        bob.news();
        alice.says("#tea", "it is me");
        alice.leaves("#garden", "bye");

        assertThat(bob.news()).satisfiesExactly(said -> assertThat(((Said) said).from()).isEqualTo("alicia"),
                left -> assertThat(left).isEqualTo(new Left("#garden", "alicia", "bye")));
        assertThat(bob.does(new Command.Who("#tea")))
                .isEqualTo(new Event.Members("#tea", List.of("alicia", "bob"), Map.of("alicia", Role.OPERATOR)));
        assertThat(bob.does(new Command.Tell("alicia", "hi"))).isEqualTo(Done.PLAIN);
        assertRefused(bob.does(new Command.Tell("alice", "hi")), Refusal.NO_SUCH_NICK);
    }

    @Test
    void theOldNickIsFreeAndTheNewOneIsNot() {
        alice.renamesTo("alicia");

        assertRefused(carol.renamesTo("Alicia"), Refusal.NICK_TAKEN);
        assertThat(carol.renamesTo("alice")).isEqualTo(Done.PLAIN);
        assertRefused(chat.open().hello("alice"), Refusal.NICK_TAKEN);
    }

    @Test
    void aNickThatIsTakenOrNoneChangesNothing() {
        bob.news();

        assertRefused(alice.renamesTo("BOB"), Refusal.NICK_TAKEN);
        assertRefused(alice.renamesTo("no nick"), Refusal.NICK_INVALID);
        assertThat(bob.news()).isEmpty();
        assertThat(bob.does(new Command.Tell("alice", "still you?"))).isEqualTo(Done.PLAIN);
    }

    @Test
    void onesOwnNickMayBeSpeltAnotherWay() {
        bob.news();

        assertThat(alice.renamesTo("ALICE")).isEqualTo(Done.PLAIN);
        assertThat(bob.news()).containsExactly(new Renamed("alice", "ALICE"));
        assertRefused(chat.open().hello("alice"), Refusal.NICK_TAKEN);
        alice.quits(null);
        assertThat(chat.open().hello("alice")).isInstanceOf(Event.Welcomed.class);
    }

    @Test
    void theNickOneHasAlreadyIsNoNews() {
        bob.news();

        assertThat(alice.renamesTo("alice")).isEqualTo(Done.PLAIN);
        assertThat(bob.news()).isEmpty();
        assertRefused(chat.open().hello("alice"), Refusal.NICK_TAKEN);
    }

    @Test
    void aSeatKeepsItsPlace() {
        alice.renamesTo("zoe");

        assertThat(bob.does(new Command.Who("#tea")))
                .isEqualTo(new Event.Members("#tea", List.of("zoe", "bob"), Map.of("zoe", Role.OPERATOR)));
    }

    @Test
    void allNicksOfASessionAreFreeAfterIt() {
        alice.renamesTo("alicia");
        alice.renamesTo("ALICIA");
        alice.renamesTo("alice");
        alice.disconnects("connection closed");

        assertThat(bob.renamesTo("alicia")).isEqualTo(Done.PLAIN);
        assertThat(carol.renamesTo("alice")).isEqualTo(Done.PLAIN);
    }
}
