package parley.chatd.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import parley.chatd.core.Settings.Limits;
import parley.chatd.engine.MemoryEngine;
import parley.protocol.Command;
import parley.protocol.Delivery;
import parley.protocol.Event;
import parley.protocol.Event.Done;
import parley.protocol.Event.Refused;
import parley.protocol.Event.Said;

/** Whatever a few people do, one after the other, everybody is told what the {@link Model} foretells, and no more. */
class ModelTest {

    private static final int PEOPLE = 4;
    private static final Limits LIMITS =
            new Limits(Model.NICK, Model.TEXT, Model.ROOMS_EACH, 1000, 500, Duration.ofDays(1),
                    Duration.ofDays(1), Pace.DEFAULT);

    @Property(tries = 1000)
    void everybodyIsToldWhatTheModelForetells(@ForAll("deeds") List<Deed> deeds) {
        Model model = new Model();
        Chat chat = new Chat(List.of(Chat.LOBBY), LIMITS, new MemoryEngine(1000));
        Map<Integer, Person> people = new HashMap<>();
        Map<Integer, Integer> lookedAt = new HashMap<>();
        for (Deed deed : deeds) {
            Person actor = people.computeIfAbsent(deed.who(), who -> chat.open());
            Map<Integer, List<Event>> foretold = model.foretell(deed);
            play(deed, actor);
            people.forEach((who, person) -> assertThat(news(who, person, lookedAt)).as("told to %d after %s", who, deed)
                    .containsExactlyInAnyOrderElementsOf(foretold.getOrDefault(who, List.of())));
            if (actor.outbox().isClosed()) {
                people.remove(deed.who());
                lookedAt.remove(deed.who());
            }
        }
    }

    private static void play(Deed deed, Person actor) {
        switch (deed) {
            case Deed.Does does -> {
                String ref = actor.begins(does.command());
                assertThat(actor.answersTo(ref)).as("answers to %s", deed).hasSize(1);
                if (does.command() instanceof Command.Quit) {
                    actor.disconnects("connection closed");
                }
            }
            case Deed.Vanishes vanishes -> actor.disconnects("vanished");
        }
    }

    private static List<Event> news(int who, Person person, Map<Integer, Integer> lookedAt) {
        List<Delivery> all = person.outbox().taken();
        int from = lookedAt.getOrDefault(who, 0);
        lookedAt.put(who, all.size());
        return all.subList(from, all.size()).stream().map(Delivery::event).map(ModelTest::plain).toList();
    }

    /** The event without what the model cannot know. */
    private static Event plain(Event event) {
        return switch (event) {
            case Refused refused -> new Refused(refused.why(), "", "");
            case Said said -> said.withCursor(Model.SOME);
            case Done done -> new Done(done.room(), done.cursor() == null ? null : Model.SOME, done.more());
            default -> event;
        };
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        Arbitrary<Integer> who = Arbitraries.integers().between(1, PEOPLE);
        Arbitrary<Deed> does = Combinators.combine(who, commands()).as(Deed.Does::new);
        Arbitrary<Deed> vanishes = who.map(Deed.Vanishes::new);
        return Arbitraries.frequencyOf(List.of(Tuple.of(30, does), Tuple.of(1, vanishes))).list()
                .ofMaxSize(80);
    }

    private static Arbitrary<Command> commands() {
        Arbitrary<String> nicks =
                Arbitraries.of("alice", "ALICE", "bob", "Carol", "dora", "", "no nick", "much-too-long");
        Arbitrary<String> rooms = Arbitraries.of("#lobby", "#LOBBY", "#tea", "#Tea", "#hall", "#loft", "#", "tea");
        Arbitrary<String> texts = Arbitraries.of("hi", "well", "", "twelve chars", "thirteen char");
        return Arbitraries.frequencyOf(List.of(
                often(Combinators.combine(nicks, Arbitraries.of(true, false)).as(Command.Hello::new)),
                often(rooms.map(Command.Join::new)),
                sometimes(Combinators.combine(rooms, Arbitraries.of("bye", "why not")).as(Command.Leave::new)),
                often(Combinators.combine(rooms, texts).as(Command.Say::new)),
                sometimes(Combinators.combine(nicks, texts).as(Command.Tell::new)),
                often(nicks.map(Command.Rename::new)),
                sometimes(Combinators.combine(rooms, texts).as(Command.SetTopic::new)),
                sometimes(rooms.map(Command.Who::new)), sometimes(Arbitraries.just(new Command.Rooms())),
                sometimes(Combinators.combine(rooms, Arbitraries.integers().between(0, 4))
                        .as((room, limit) -> new Command.Recall(room, null, null, limit))),
                sometimes(Arbitraries.of(new Command.Sync(), new Command.Ping(), new Command.Quit("off")))));
    }

    private static Tuple2<Integer, Arbitrary<Command>> often(Arbitrary<? extends Command> commands) {
        return Tuple.of(4, commands.map(command -> command));
    }

    private static Tuple2<Integer, Arbitrary<Command>> sometimes(
            Arbitrary<? extends Command> commands) {
        return Tuple.of(1, commands.map(command -> command));
    }
}
