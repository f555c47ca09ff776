package parley.chatd.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.chatd.core.Settings.Limits;
import parley.chatd.core.Settings.StandingRoom;
import parley.chatd.engine.MemoryEngine;
import parley.protocol.Command.Sync;
import parley.protocol.Event;
import parley.protocol.Event.Refused;
import parley.protocol.Refusal;

/** A chat without sockets, for tests: one room where everyone has a seat, and a clock that stands. */
final class Chat {

    static final String LOBBY = "#lobby";
    static final Limits LIMITS =
            new Limits(32, 100, 5, 10, 500, Duration.ofSeconds(30), Duration.ofMinutes(2), Pace.DEFAULT);

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
        server = new ChatServer(settings("Be kind.", names, limits), engine, clock, Runnable::run);
    }

    /** A chat that somebody has decided everything about. */
    Chat(Settings settings, Engine engine) {
        server = new ChatServer(settings, engine, clock, Runnable::run);
    }

    /** Settings without accounts, and with rooms like any other. */
    static Settings settings(String motd, List<RoomName> rooms, Limits limits) {
        return new Settings("chatd test", motd, rooms.stream().map(StandingRoom::open).toList(), Map.of(), limits);
    }

    /** The rooms as somebody sees them who is in none. */
    List<Event.RoomInfo> rooms() {
        Person somebody = open();
        List<Event.RoomInfo> rooms = server.rooms().list(somebody.session());
        somebody.disconnects("has seen enough");
        return rooms;
    }

    static RoomName room(String name) {
        return ((RoomName.Valid) RoomName.read(name)).room();
    }

    /** Somebody who has not said hello. */
    Person open() {
        return new Person(server);
    }

    /** Somebody from another machine, who has not said hello. */
    Person open(String address) {
        InetAddress from = InetAddress.ofLiteral(address);
        return new Person(server, new Origin(from, false, Optional.empty()));
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
