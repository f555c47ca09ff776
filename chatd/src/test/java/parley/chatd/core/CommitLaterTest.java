package parley.chatd.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static parley.chatd.core.Chat.LOBBY;
import static parley.chatd.core.Chat.assertRefused;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.protocol.Command;
import parley.protocol.Command.Say;
import parley.protocol.Command.SetTopic;
import parley.protocol.Event;
import parley.protocol.Event.Bye;
import parley.protocol.Event.Done;
import parley.protocol.Event.Left;
import parley.protocol.Event.Refused;
import parley.protocol.Event.Renamed;
import parley.protocol.Event.Said;
import parley.protocol.Refusal;

/** An engine may take its time, fail, or break: nobody hears what is not stored, and nobody waits for ever. */
class CommitLaterTest {

    private final HeldEngine engine = new HeldEngine();
    private final Chat chat = new Chat(engine.engine());
    private final Person alice = chat.connect("alice");
    private final Person bob = chat.connect("bob");

    CommitLaterTest() {
        alice.news();
        engine.hold();
    }

    @Test
    void untilItIsStoredNobodyHearsItAndNobodyIsAnswered() {
        String ref = alice.begins(new Say(LOBBY, "hi"));
        assertThat(bob.heard()).isEmpty();
        assertThat(alice.answersTo(ref)).isEmpty();
        engine.release();

        assertThat(bob.heard()).containsExactly("hi");
        assertThat(alice.answersTo(ref)).singleElement().isInstanceOf(Done.class);
    }

    @Test
    void whatIsNotStoredIsRefusedAndNobodyHearsIt() {
        String said = alice.begins(new Say(LOBBY, "hi"));
        String set = bob.begins(new SetTopic(LOBBY, "Tea"));
        engine.fail("the disk is full");

        assertThat(alice.answersTo(said)).containsExactly(new Refused(Refusal.NOT_STORED, LOBBY, "the disk is full"));
        assertThat(bob.answersTo(set)).containsExactly(new Refused(Refusal.NOT_STORED, LOBBY, "the disk is full"));
        assertThat(bob.news()).isEmpty();
        assertThat(alice.news()).isEmpty();
        assertThat(chat.rooms()).containsExactly(new Event.RoomInfo(LOBBY, "", 2));
        assertThat(alice.says("again")).isInstanceOf(Done.class);
    }

    @Test
    void messagesNeedNotWaitForEachOther() {
        List<String> refs = IntStream.range(0, 100).mapToObj(i -> alice.begins(new Say(LOBBY, "m" + i))).toList();
        assertThat(engine.waiting()).isEqualTo(100);
        engine.release();

        assertThat(bob.heard()).hasSize(100);
        assertThat(refs).allSatisfy(ref -> assertThat(alice.answersTo(ref)).hasSize(1));
    }

    @Test
    void aboveAThousandMessagesTheSessionWaits() throws Exception {
        Thread talking = Thread.ofVirtual()
                .start(() -> IntStream.range(0, 1100).forEach(i -> alice.begins(new Say(LOBBY, "m" + i))));
        await().until(() -> engine.waiting() == 1024 && talking.getState() == Thread.State.WAITING);
        engine.release();

        assertThat(talking.join(Duration.ofSeconds(10))).isTrue();
        assertThat(bob.heard()).hasSize(1100);
    }

    @Test
    void everythingElseWaitsForTheMessagesBefore() throws Exception {
        alice.begins(new Say(LOBBY, "hi"));
        Thread asking = meanwhile(() -> alice.does(new Command.Ping()));
        engine.release();

        assertThat(asking.join(Duration.ofSeconds(10))).isTrue();
        assertThat(alice.everything()).satisfies(all -> assertThat(all.get(all.size() - 2)).isInstanceOf(Done.class))
                .endsWith(new Event.Pong());
    }

    @Test
    void aRefusalDoesNotOvertakeAnEarlierAnswer() throws Exception {
        alice.begins(new Say(LOBBY, "hi"));
        Thread asking = meanwhile(() -> alice.says(""));
        engine.release();

        assertThat(asking.join(Duration.ofSeconds(10))).isTrue();
        assertThat(alice.everything()).last().isInstanceOf(Refused.class);
    }

    @Test
    void aNewNickComesAfterTheMessagesSaidUnderTheOldOne() throws Exception {
        alice.begins(new Say(LOBBY, "hi"));
        Thread renaming = meanwhile(() -> alice.renamesTo("alicia"));
        engine.release();

        assertThat(renaming.join(Duration.ofSeconds(10))).isTrue();
        assertThat(bob.news()).satisfiesExactly(said -> assertThat(((Said) said).from()).isEqualTo("alice"),
                renamed -> assertThat(renamed).isEqualTo(new Renamed("alice", "alicia")));
    }

    @Test
    void theOldNickIsFreeOnlyWhenAllHaveBeenTold() throws Exception {
        Thread renaming = meanwhile(() -> alice.renamesTo("alicia"));
        Person stranger = chat.open();
        assertRefused(stranger.hello("alice"), Refusal.NICK_TAKEN);
        assertRefused(stranger.hello("alicia"), Refusal.NICK_TAKEN);
        engine.release();

        assertThat(renaming.join(Duration.ofSeconds(10))).isTrue();
        assertThat(bob.news()).containsExactly(new Renamed("alice", "alicia"));
        assertThat(stranger.hello("alice")).isInstanceOf(Event.Welcomed.class);
    }

    @Test
    void whoDisconnectsIsHeardFirstAndGoneThen() throws Exception {
        alice.begins(new Say(LOBBY, "hi"));
        Thread leaving = meanwhile(() -> alice.disconnects("connection reset"));
        engine.release();

        assertThat(leaving.join(Duration.ofSeconds(10))).isTrue();
        assertThat(bob.news()).hasSize(2).last().isEqualTo(new Left(LOBBY, "alice", "connection reset"));
    }

    @Test
    void theGoodbyeComesAfterTheAnswersToWhatWasTaken() {
        String ref = alice.begins(new Say(LOBBY, "hi"));
        chat.server.endAll("gone fishing");
        engine.release();

        assertThat(alice.answersTo(ref)).as("what was stored is acknowledged").hasSize(1);
        assertThat(alice.everything()).last().isEqualTo(new Bye("gone fishing"));
        assertThat(alice.outbox().isClosed()).isTrue();
        assertThat(alice.says("more")).as("what is said after the end").isNull();
    }

    @Test
    void theGoodbyeComesAfterTheAnswerToTheCommandThatIsBeingDone() throws Exception {
        Thread syncing = meanwhile(() -> alice.does(new Command.Sync()));
        chat.server.endAll("gone fishing");
        engine.release();

        assertThat(syncing.join(Duration.ofSeconds(10))).isTrue();
        assertThat(alice.everything()).endsWith(Done.PLAIN, new Bye("gone fishing"));
    }

    @Test
    void anEngineWithADefectCostsTheSessionAndNothingElse() throws Exception {
        engine.breakDown(new IllegalStateException("a defect"));
        assertThatThrownBy(() -> alice.says("hi")).hasMessage("a defect");
        engine.breakDown(null);
        engine.release();
        Thread leaving = Thread.ofVirtual().start(() -> alice.disconnects("internal error"));

        assertThat(leaving.join(Duration.ofSeconds(10))).isTrue();
        assertThat(bob.news()).containsExactly(new Left(LOBBY, "alice", "internal error"));
        assertThat(bob.says("hello?")).isInstanceOf(Done.class);
    }

    /** Does it on a thread of its own, which is waiting when this returns. */
    private static Thread meanwhile(Runnable something) {
        Thread thread = Thread.ofVirtual().start(something);
        await().until(() -> thread.getState() == Thread.State.WAITING);
        return thread;
    }
}
