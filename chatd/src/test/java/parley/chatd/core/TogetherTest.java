package parley.chatd.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static parley.chatd.core.Chat.LOBBY;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.protocol.Command;
import parley.protocol.Event.Bye;
import parley.protocol.Event.Done;
import parley.protocol.Event.Happening;
import parley.protocol.Event.Left;
import parley.protocol.Event.Pong;
import parley.protocol.Event.Refused;
import parley.protocol.Event.Renamed;
import parley.protocol.Event.Said;

/** What comes together is published together: as one where that can be, and never late, lost or out of order. */
class TogetherTest {

    private final HeldEngine engine = new HeldEngine();
    private final Chat chat = new Chat(engine.engine());
    private final Person alice = chat.connect("alice", "#tea");
    private final Person bob = chat.connect("bob", "#tea");

    TogetherTest() {
        alice.news();
    }

    @Test
    void messagesThatFollowEachOtherAreOneForTheEngine() {
        engine.hold();
        List<String> refs = alice.together(() -> IntStream.range(0, 100).forEach(i -> alice.begins(LOBBY, "m" + i)));
        assertThat(engine.waiting()).isEqualTo(1);
        engine.release();

        assertThat(bob.heard()).isEqualTo(numbered(100));
        assertThat(alice.answered(refs)).isEqualTo(refs);
        assertThat(refs).flatMap(alice::answersTo).extracting(answer -> ((Done) answer).cursor()).doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @Test
    void theyWaitForTheLastOfThemAndNoLonger() {
        alice.together(() -> {
            alice.begins(LOBBY, "one");
            alice.begins(LOBBY, "two");
            assertThat(bob.heard()).isEmpty();
        });
        assertThat(bob.heard()).containsExactly("one", "two");
    }

    @Test
    void whatIsSaidElsewhereComesAfterWhatWasSaidHere() {
        Person carol = chat.connect("carol");
        bob.news();
        alice.together(() -> {
            alice.begins(LOBBY, "one");
            alice.begins("#tea", "two");
            alice.begins("#tea", "three");
            alice.begins(LOBBY, "four");
        });
        assertThat(bob.news()).extracting(it -> ((Said) it).room() + " " + ((Said) it).text())
                .containsExactly("#lobby one", "#tea two", "#tea three", "#lobby four");
        assertThat(carol.heard()).as("who is not in #tea").containsExactly("one", "four");
    }

    @Test
    void anyOtherCommandIsDoneAfterTheMessagesBefore() {
        alice.together(() -> {
            alice.begins(LOBBY, "one");
            alice.begins(new Command.Rename("alicia"));
            alice.begins(LOBBY, "two");
            assertThat(alice.does(new Command.Ping())).isEqualTo(new Pong());
            assertThat(bob.news()).satisfiesExactly(one -> assertThat(((Said) one).from()).isEqualTo("alice"),
                    renamed -> assertThat(renamed).isEqualTo(new Renamed("alice", "alicia")),
                    two -> assertThat(((Said) two).from()).isEqualTo("alicia"));
            alice.begins(LOBBY, "three");
        });
        assertThat(bob.heard()).containsExactly("three");
    }

    @Test
    void aRecallInBetweenFindsWhatWasSaidBeforeIt() {
        alice.together(() -> {
            for (int i = 0; i < 20; i++) {
                alice.begins(LOBBY, "m" + i);
                alice.does(new Command.Recall(LOBBY, null, null, 1));
                assertThat(alice.heard()).containsExactly("m" + i);
            }
        });
        assertThat(bob.heard()).isEqualTo(numbered(20));
    }

    @Test
    void aRefusalDoesNotOvertakeTheAnswersBeforeIt() {
        List<String> refs = alice.together(() -> {
            alice.begins(LOBBY, "one");
            alice.begins(LOBBY, "");
            alice.begins("#nowhere", "two");
            alice.begins(LOBBY, "three");
        });
        assertThat(alice.answered(refs)).isEqualTo(refs);
        assertThat(bob.heard()).containsExactly("one", "three");
    }

    @Test
    void whatIsNotStoredIsRefusedOneByOne() {
        engine.hold();
        List<String> refs = alice.together(() -> IntStream.range(0, 3).forEach(i -> alice.begins(LOBBY, "m" + i)));
        engine.fail("the disk is full");

        assertThat(refs)
                .allSatisfy(ref -> assertThat(alice.answersTo(ref)).singleElement().isInstanceOf(Refused.class));
        assertThat(bob.heard()).isEmpty();
    }

    @Test
    void moreThanMayBeOnTheWayIsPublishedInParts() throws Exception {
        engine.hold();
        FutureTask<List<String>> talk = new FutureTask<>(
                () -> alice.together(() -> IntStream.range(0, 3000).forEach(i -> alice.begins(LOBBY, "m" + i))));
        Thread talking = Thread.ofVirtual().start(talk);
        await().until(() -> talking.getState() == Thread.State.WAITING);
        assertThat(engine.waiting()).isEqualTo(8);
        engine.release();

        List<String> refs = talk.get(10, TimeUnit.SECONDS);
        assertThat(bob.heard()).isEqualTo(numbered(3000));
        assertThat(alice.answered(refs)).isEqualTo(refs);
    }

    @Test
    void theGoodbyeComesAfterTheAnswersToWhatWasTakenAndNothingMoreIsTaken() {
        List<String> refs = alice.together(() -> {
            alice.begins(LOBBY, "one");
            alice.begins(LOBBY, "two");
            chat.server.endAll("gone fishing");
            alice.begins(LOBBY, "too late");
        });

        assertThat(bob.heard()).isEmpty(); // he was told goodbye before
        assertThat(alice.answered(refs)).isEqualTo(refs.subList(0, 2));
        assertThat(alice.everything()).last().isEqualTo(new Bye("gone fishing"));
        assertThat(alice.outbox().isClosed()).isTrue();
    }

    @Test
    void theGoodbyeWaitsForTheEngineAsWell() {
        engine.hold();
        List<String> refs = alice.together(() -> {
            alice.begins(LOBBY, "one");
            alice.session().end("gone fishing");
        });
        assertThat(alice.outbox().isClosed()).isFalse();
        engine.release();

        assertThat(bob.heard()).containsExactly("one");
        assertThat(alice.answered(refs)).hasSize(1);
        assertThat(alice.outbox().isClosed()).isTrue();
    }

    @Test
    void theGoodbyeWaitsForWhatIsTakenThoughWhatWasBeforeIsDone() {
        engine.hold();
        List<String> refs = alice.together(() -> {
            alice.begins("#tea", "one");
            alice.begins(LOBBY, "two");
            alice.session().end("gone fishing");
            alice.begins(LOBBY, "too late");
            engine.release();
        });

        assertThat(bob.heard()).containsExactly("one", "two");
        assertThat(alice.answered(refs)).hasSize(2);
        assertThat(alice.everything()).last().isEqualTo(new Bye("gone fishing"));
    }

    @Test
    void whoQuitsInTheMidstIsHeardFirstAndGoneThen() {
        alice.together(() -> {
            alice.begins("#tea", "one");
            alice.begins("#tea", "two");
            alice.begins(new Command.Quit("off"));
            alice.begins("#tea", "too late");
        });

        List<Happening> news = bob.news();
        assertThat(news).extracting(it -> it instanceof Said said ? said.text() : "left").containsExactly("one", "two",
                "left", "left");
        assertThat(news).contains(new Left("#tea", "alice", "off"), new Left(LOBBY, "alice", "off"));
        assertThat(alice.everything()).last().isEqualTo(new Bye("off"));
    }

    @Test
    void aDefectInTheMidstLosesNothingThatWasTaken() {
        assertThatThrownBy(() -> alice.together(() -> {
            alice.begins(LOBBY, "one");
            throw new IllegalStateException("a defect");
        })).hasMessage("a defect");
        alice.disconnects("internal error");

        assertThat(bob.news()).first().satisfies(one -> assertThat(((Said) one).text()).isEqualTo("one"));
        assertThat(bob.news()).isEmpty();
    }

    @Test
    void afterADefectOfTheEngineNobodyWaits() throws Exception {
        engine.breakDown(new IllegalStateException("a defect"));
        assertThatThrownBy(() -> alice.together(() -> alice.begins(LOBBY, "one"))).hasMessage("a defect");
        engine.breakDown(null);
        Thread leaving = Thread.ofVirtual().start(() -> alice.disconnects("internal error"));

        assertThat(leaving.join(Duration.ofSeconds(10))).isTrue();
        assertThat(bob.news()).filteredOn(Left.class::isInstance).hasSize(2);
    }

    @Test
    void whoIsWelcomedMeanwhileGetsThemOneByOneAndInOrder() {
        Person carol = chat.open();
        carol.does(new Command.Hello("carol", true));
        carol.session().gate().close();
        alice.together(() -> IntStream.range(0, 3).forEach(i -> alice.begins(LOBBY, "m" + i)));
        assertThat(carol.heard()).isEmpty();
        carol.session().gate().open();

        assertThat(carol.heard()).isEqualTo(numbered(3));
    }

    private static List<String> numbered(int messages) {
        return IntStream.range(0, messages).mapToObj(i -> "m" + i).toList();
    }
}
