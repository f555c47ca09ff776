package parley.chatd.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import parley.chatd.core.Settings.Limits;
import parley.chatd.engine.MemoryEngine;
import parley.protocol.Command.Sync;
import parley.protocol.Event;
import parley.protocol.Event.Refused;
import parley.protocol.Refusal;

/** A chat without sockets, for tests: one room where everyone has a seat, and a clock that stands. */
final class Chat {

    static final String LOBBY = "#lobby";
    static final Limits LIMITS = new Limits(32, 100, 5, 10, Duration.ofSeconds(30), Duration.ofMinutes(2));

    final FakeClock clock = new FakeClock();
    final ChatServer server;

    Chat() {
        this(List.of(LOBBY), LIMITS, new MemoryEngine(1000));
    }

    Chat(Engine engine) {
        this(List.of(LOBBY), LIMITS, engine);
    }

    Chat(List<String> rooms, Limits limits, Engine engine) {
        List<RoomName> names = rooms.stream().map(Chat::room).toList();
        server = new ChatServer(new Settings("chatd test", "Be kind.", names, limits), engine, clock);
    }

    static RoomName room(String name) {
        return ((RoomName.Valid) RoomName.read(name)).room();
    }

    /** Somebody who has not said hello. */
    Person open() {
        return new Person(server);
    }

    /** Somebody who was welcomed; what happened until then is no news. */
    Person connect(String nick) {
        Person person = open();
        assertThat(person.hello(nick)).isInstanceOf(Event.Welcomed.class);
        person.news();
        return person;
    }

    /** Somebody who was welcomed and joined these rooms, too. */
    Person connect(String nick, String... rooms) {
        Person person = connect(nick);
        for (String room : rooms) {
            person.joins(room);
        }
        assertThat(person.does(new Sync())).as("the joins are done").isEqualTo(Event.Done.PLAIN);
        person.news();
        return person;
    }

    void tick(Duration later) {
        clock.advance(later);
        server.tick();
    }

    static void assertRefused(Event answer, Refusal why) {
        assertThat(answer).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.why()).isEqualTo(why);
            assertThat(refused.text()).isNotBlank();
        });
    }
}
