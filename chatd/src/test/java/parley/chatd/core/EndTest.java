package parley.chatd.core;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatd.core.Chat.LOBBY;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.Event.Bye;
import parley.protocol.Event.Left;

/** The end of all sessions, and what is left behind: nothing. */
class EndTest {

    private final Chat chat = new Chat();

    @Test
    void everyoneIsToldGoodbyeWithTheReason() {
        List<Person> people = List.of(chat.connect("alice"), chat.connect("bob"), chat.open());
        chat.server.endAll("gone fishing");

        assertThat(people).allSatisfy(person -> {
            assertThat(person.everything()).endsWith(new Bye("gone fishing"));
            assertThat(person.outbox().isClosed()).isTrue();
        });
    }

    @Test
    void nothingIsDoneAfterTheGoodbye() {
        Person alice = chat.connect("alice");
        chat.server.endAll("gone fishing");
        alice.news();

        assertThat(alice.says("wait!")).isNull();
        assertThat(alice.joins("#tea")).isNull();
        assertThat(chat.rooms()).containsExactly(new Event.RoomInfo(LOBBY, "", 1));
    }

    @Test
    void whoComesAfterTheEndIsToldGoodbyeAtOnce() {
        chat.server.endAll("gone fishing");
        Person late = chat.open();

        assertThat(late.everything()).containsExactly(new Bye("gone fishing"));
        assertThat(late.hello("late")).isNull();
    }

    @Test
    void whoSeesOthersGoLearnsTheReasonOfTheEnd() {
        Person alice = chat.connect("alice");
        Person bob = chat.connect("bob");
        alice.news();
        bob.session().end("gone fishing");
        bob.disconnects("connection closed");

        assertThat(alice.news()).containsExactly(new Left(LOBBY, "bob", "gone fishing"));
    }

    @Test
    void whoIsEndedHasNoSeatAndNoNickAnyMoreThoughTheConnectionStays() {
        Person alice = chat.connect("alice");
        Person bob = chat.connect("bob", "#tea");
        alice.news();
        bob.session().end("gone fishing");

        assertThat(alice.news()).containsExactly(new Left(LOBBY, "bob", "gone fishing"));
        assertThat(alice.renamesTo("bob")).isEqualTo(Event.Done.PLAIN);
        assertThat(chat.rooms()).containsExactly(new Event.RoomInfo(LOBBY, "", 1));
        bob.disconnects("connection closed");
        assertThat(alice.does(new Command.Who(LOBBY))).isEqualTo(new Event.Members(LOBBY, List.of("bob")));
    }

    @Test
    void whenAllAreGoneNoSeatNoNickAndNoRoomIsLeft() {
        List<Person> people = IntStream.range(0, 20).mapToObj(i -> chat.connect("p" + i, "#r" + i % 3, "#s" + i % 4))
                .toList();
        for (int i = 0; i < 20; i++) {
            Person person = people.get(i);
            person.renamesTo("q" + i);
            switch (i % 3) {
                case 0 -> person.quits("off");
                case 1 -> person.session().end("ended");
                default -> person.leaves("#r" + i % 3, null);
            }
            person.disconnects("connection closed");
        }

        assertThat(chat.server.sessionCount()).isZero();
        assertThat(chat.rooms()).containsExactly(new Event.RoomInfo(LOBBY, "", 0));
        Person alone = chat.connect("p1");
        assertThat(alone.does(new Command.Who(LOBBY))).isEqualTo(new Event.Members(LOBBY, List.of("p1")));
        IntStream.range(0, 20).forEach(i -> assertThat(alone.renamesTo("q" + i)).isEqualTo(Event.Done.PLAIN));
    }
}
