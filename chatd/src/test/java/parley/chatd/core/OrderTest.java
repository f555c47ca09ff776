package parley.chatd.core;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatd.Together.together;
import static parley.chatd.core.Chat.LOBBY;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.chatd.engine.Durability;
import parley.chatd.engine.FileEngine;
import parley.chatd.engine.MemoryEngine;
import parley.chatd.engine.Retention;
import parley.chatd.engine.Retentions;
import parley.protocol.Command.Hello;
import parley.protocol.Command.SetTopic;
import parley.protocol.Command.Sync;
import parley.protocol.Event;
import parley.protocol.Event.InRoom;
import parley.protocol.Event.Joined;
import parley.protocol.Event.Left;
import parley.protocol.Event.Renamed;
import parley.protocol.Event.Said;
import parley.protocol.Event.TopicSet;
import parley.protocol.Event.Welcomed;

/**
 * Promise 1: all members of a room see its events in one order. The order is what Eve saw, who was everywhere from
 * before to after; everybody else has to have seen the same, from their own coming to their own going, no more, no
 * less.
 */
class OrderTest {

    private static final List<String> ROOMS = List.of(LOBBY, "#tea", "#hall", "#loft");
    private static final int PEOPLE = 6;
    private static final int DEEDS = 250;

    @TempDir
    Path folder;

    enum Kind {
        MEMORY, FILE
    }

    private Engine engine(Kind kind) throws Exception {
        return switch (kind) {
            case MEMORY -> new MemoryEngine(1000);
            case FILE ->
                FileEngine.open(folder.resolve("history.db"), Durability.PROCESS, Retentions.all(Retention.DEFAULT),
                        InstantSource.system());
        };
    }

    @ParameterizedTest
    @EnumSource
    void everyoneSeesTheSameOrderWhileAllComeGoTalkAndRename(Kind kind) throws Exception {
        Chat chat = new Chat(engine(kind));
        Person eve = chat.connect("eve", "#tea", "#hall", "#loft");
        List<Person> people = together(PEOPLE, number -> List.of(live(chat, number)));
        eve.does(new Sync());

        assertThat(people).allSatisfy(person -> {
            String name = nameOf(person);
            for (String room : ROOMS) {
                assertThat(seen(person, room)).as("what %s saw in %s", name, room)
                        .isEqualTo(toSee(seen(eve, room), name, !name.contains("quiet")));
            }
            assertThat(renames(person)).as("renames that %s was told of", name).doesNotHaveDuplicates();
            assertThat(renames(eve)).containsAll(renames(person));
        });
        assertThat(renames(eve)).doesNotHaveDuplicates().hasSizeGreaterThan(PEOPLE);
        chat.server.close();
    }

    @ParameterizedTest
    @EnumSource
    void whoComesInTheMidstOfItIsWelcomedFirstAndMissesNothingAfter(Kind kind) throws Exception {
        Chat chat = new Chat(List.of(LOBBY, "#tea"), Chat.LIMITS, engine(kind));
        Person eve = chat.connect("eve");
        List<Person> newcomers = together(4, number -> {
            if (number <= 2) {
                talk(chat.connect("talker" + number));
                return List.of();
            }
            List<Person> all = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                Person newcomer = chat.open();
                newcomer.hello("n" + number + "x" + i);
                all.add(newcomer);
            }
            return all;
        });
        eve.does(new Sync());

        assertThat(newcomers).hasSize(50).allSatisfy(newcomer -> {
            assertThat(newcomer.everything()).first().isInstanceOf(Welcomed.class);
            for (String room : List.of(LOBBY, "#tea")) {
                newcomer.does(new Sync());
                assertThat(seen(newcomer, room)).isEqualTo(toSee(seen(eve, room), nameOf(newcomer), true));
            }
        });
        chat.server.close();
    }

    private static void talk(Person talker) {
        for (int i = 0; i < 300; i++) {
            talker.says(i % 2 == 0 ? LOBBY : "#tea", "word " + i);
        }
    }

    /** One person's life: their nicks begin with their name; quiet ones do not ask for an echo. */
    private static Person live(Chat chat, int number) {
        Random random = new Random(number);
        String name = (number % 2 == 0 ? "quiet" : "loud") + number;
        Person person = chat.open();
        person.does(new Hello(name + "v0", number % 2 != 0));
        for (int i = 1; i <= DEEDS; i++) {
            String room = ROOMS.get(random.nextInt(ROOMS.size()));
            String other = ROOMS.get(1 + random.nextInt(ROOMS.size() - 1));
            switch (random.nextInt(20)) {
                case 0 -> person.renamesTo(name + "v" + i);
                case 1, 2 -> person.leaves(other, "why not");
                case 3, 4, 5, 6 -> person.joins(other);
                case 7 -> person.does(new SetTopic(room, "topic " + name + " " + i));
                default -> person.says(room, "word " + name + " " + i);
            }
        }
        person.does(new Sync());
        person.disconnects("done");
        return person;
    }

    private static String nameOf(Person person) {
        String nick = person.everything().stream().filter(Welcomed.class::isInstance)
                .map(event -> ((Welcomed) event).nick()).findFirst().orElseThrow();
        return nick.replaceAll("v0$", "");
    }

    /** What of the room's order somebody has to have seen; {@code echo} says whether their own doings, too. */
    private static List<InRoom> toSee(List<InRoom> order, String name, boolean echo) {
        List<InRoom> toSee = new ArrayList<>();
        boolean there = false;
        Optional<InRoom> topic = Optional.empty();
        for (InRoom event : order) {
            boolean own = isOf(actor(event), name);
            if (own && event instanceof Joined) {
                there = true;
                topic.ifPresent(toSee::add);
            } else if (own && event instanceof Left) {
                there = false;
            } else if (there && (!own || echo)) {
                toSee.add(event);
            }
            topic = event instanceof TopicSet ? Optional.of(event) : topic;
        }
        return toSee;
    }

    private static boolean isOf(String nick, String name) {
        return nick.equals(name) || nick.startsWith(name + "v");
    }

    private static String actor(InRoom event) {
        return switch (event) {
            case Said said -> said.from();
            case Joined joined -> joined.nick();
            case Left left -> left.nick();
            case TopicSet set -> set.from();
            case Renamed renamed -> renamed.from();
            case Event.Kicked kicked -> kicked.from();
            case Event.Restricted restricted -> restricted.from();
            case Event.Lifted lifted -> lifted.from();
            case Event.RoleSet set -> set.from();
            case Event.RoomChanged changed -> changed.from();
        };
    }

    private static List<InRoom> seen(Person person, String room) {
        return person.everything().stream().filter(InRoom.class::isInstance).map(InRoom.class::cast)
                .filter(event -> room.equals(roomOf(event))).toList();
    }

    private static String roomOf(Event event) {
        return switch (event) {
            case Said said -> said.room();
            case Joined joined -> joined.room();
            case Left left -> left.room();
            case TopicSet set -> set.room();
            default -> "";
        };
    }

    private static List<Event> renames(Person person) {
        return person.everything().stream().filter(Renamed.class::isInstance).toList();
    }
}
