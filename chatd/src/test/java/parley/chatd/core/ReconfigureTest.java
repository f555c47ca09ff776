package parley.chatd.core;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatd.core.Chat.LOBBY;
import static parley.chatd.core.Chat.assertRefused;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import parley.chatd.core.Settings.Limits;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.Event.Done;
import parley.protocol.Event.RoomInfo;
import parley.protocol.Event.Welcomed;
import parley.protocol.Refusal;

/** A server goes by other settings while people are there. */
class ReconfigureTest {

    private final Chat chat = new Chat();
    private final Person alice = chat.connect("alice");

    @Test
    void theNextWelcomeTellsTheNewSettings() {
        chat.server.reconfigure(settings("Be brief.", Chat.LIMITS, LOBBY, "#tea"));

        assertThat(chat.open().hello("bob"))
                .isEqualTo(new Welcomed("bob", "chatd test", List.of(LOBBY, "#tea"), "Be brief."));
    }

    @Test
    void limitsHoldAtOnceForWhoIsThereAlready() {
        assertThat(alice.says("x".repeat(100))).isInstanceOf(Done.class);
        chat.server.reconfigure(settings("",
                new Limits(3, 5, 1, 10, 500, Duration.ofSeconds(30), Duration.ofSeconds(1), Pace.DEFAULT)));

        assertRefused(alice.says("123456"), Refusal.TEXT_TOO_LONG);
        assertRefused(alice.renamesTo("alicia"), Refusal.NICK_INVALID);
        assertRefused(alice.joins("#tea"), Refusal.TOO_MANY_ROOMS);
        chat.tick(Duration.ofSeconds(1));
        assertThat(alice.news()).containsExactly(new Event.Ping());
    }

    @Test
    void aNewRoomIsOpenAtOnceAndEmpty() {
        chat.server.reconfigure(settings("", Chat.LIMITS, LOBBY, "#tea"));

        assertThat(rooms()).containsExactly(new RoomInfo(LOBBY, "", 1), new RoomInfo("#tea", "", 0));
        assertThat(alice.joins("#tea")).isEqualTo(Done.in("#tea"));
    }

    @Test
    void aRoomThatIsOpenAlreadyStaysAndItsMembersWithIt() {
        Person bob = chat.connect("bob", "#tea");
        bob.does(new Command.SetTopic("#tea", "Oolong"));
        chat.server.reconfigure(settings("", Chat.LIMITS, LOBBY, "#tea"));
        assertThat(rooms()).contains(new RoomInfo("#tea", "Oolong", 1));
        bob.leaves("#tea", null);

        assertThat(rooms()).contains(new RoomInfo("#tea", "Oolong", 0));
    }

    @Test
    void aRoomThatIsNoLongerToStayOpenClosesWhenItIsEmpty() {
        Person bob = chat.connect("bob");
        chat.server.reconfigure(settings("", Chat.LIMITS, "#tea"));
        alice.says("still here?");
        assertThat(bob.heard()).containsExactly("still here?");
        alice.leaves(LOBBY, null);
        bob.leaves(LOBBY, null);

        assertThat(rooms()).containsExactly(new RoomInfo("#tea", "", 0));
    }

    @Test
    void anEmptyRoomThatIsNoLongerToStayOpenIsClosedAndCanBeJoinedAnew() {
        chat.server.reconfigure(settings("", Chat.LIMITS, LOBBY, "#tea"));
        chat.server.reconfigure(settings("", Chat.LIMITS, LOBBY));
        assertThat(rooms()).containsExactly(new RoomInfo(LOBBY, "", 1));
        assertRefused(alice.does(new Command.Who("#tea")), Refusal.NO_SUCH_ROOM);

        assertThat(alice.joins("#tea")).isEqualTo(Done.in("#tea"));
        assertThat(rooms()).contains(new RoomInfo("#tea", "", 1));
    }

    /** The last member leaves while the room becomes one that stays open: whichever comes first, it is open. */
    @Test
    void aRoomIsNotLostWhenItsLastMemberLeavesMeanwhile() throws Exception {
        Person bob = chat.connect("bob");
        for (int i = 0; i < 500; i++) {
            chat.server.reconfigure(settings("", Chat.LIMITS, LOBBY));
            bob.joins("#tea");
            CountDownLatch ready = new CountDownLatch(1);
            Thread leaver = Thread.ofVirtual().start(() -> {
                ready.countDown();
                bob.leaves("#tea", null);
            });
            ready.await();
            chat.server.reconfigure(settings("", Chat.LIMITS, LOBBY, "#tea"));
            leaver.join();
            assertThat(rooms()).as("round %d", i).contains(new RoomInfo("#tea", "", 0));
        }
    }

    private List<RoomInfo> rooms() {
        return ((Event.RoomList) alice.does(new Command.Rooms())).rooms();
    }

    private static Settings settings(String motd, Limits limits, String... rooms) {
        return Chat.settings(motd, List.of(rooms).stream().map(Chat::room).toList(), limits);
    }
}
