package parley.chatc.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.chatc.Guest;
import parley.chatc.Network;
import parley.chatc.ServerProcess;
import parley.chatc.TestServer;
import parley.protocol.Address;
import parley.protocol.Command;
import parley.protocol.Delivery;
import parley.protocol.Dialect;
import parley.protocol.Event;
import parley.protocol.client.Disconnected;
import parley.protocol.client.Listener;

/** A session that outlasts its connections: each message once, in order, whatever breaks. */
class LastingSessionTest {

    private static final String LOBBY = "#lobby";
    private static final Rhythm QUICK = new Rhythm(Duration.ofMillis(20), Duration.ofMillis(200), Duration.ofHours(1));
    private static final Rhythm WATCHFUL =
            new Rhythm(Duration.ofMillis(20), Duration.ofMillis(200), Duration.ofMillis(150));

    @TempDir
    private Path folder;
    private final BlockingQueue<Contact> contacts = new LinkedBlockingQueue<>();
    private final BlockingQueue<Event> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    private <T extends AutoCloseable> T closing(T thing) {
        open.addFirst(thing);
        return thing;
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable thing : open) {
            thing.close();
        }
    }

    private LastingSession alice(Address server, Rhythm rhythm) throws Exception {
        Listener listener = new Listener() {
            @Override
            public void delivered(Delivery delivery) {
                if (delivery.event() instanceof Event.Happening) {
                    heard.add(delivery.event());
                }
            }

            @Override
            public void ended(Disconnected why) {
                ended.complete(why.getMessage());
            }
        };
        Opening opening =
                (wish, resume, incoming) -> Session.open(new Login(new Server(server, null, Dialect.JSON), wish, null),
                        wish, true,
                        resume, incoming);
        LastingSession session =
                closing(LastingSession.open(opening, NickWish.exactly("alice"), rhythm, listener, contacts::add));
        answer(session.ask(new Command.Recall(LOBBY, null, null, 1)));
        return session;
    }

    private static Event.Answer answer(CompletableFuture<Event.Answer> answer) throws Exception {
        return answer.get(20, TimeUnit.SECONDS);
    }

    private static List<CompletableFuture<Event.Answer>> say(LastingSession session, String what, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> session.ask(new Command.Say(LOBBY, what + " " + i)))
                .toList();
    }

    private <C extends Contact> C contact(Class<C> kind) throws InterruptedException {
        while (true) {
            Contact next = contacts.poll(20, TimeUnit.SECONDS);
            assertThat(next).as("contact").isNotNull();
            if (kind.isInstance(next)) {
                return kind.cast(next);
            }
        }
    }

    /** The texts of the next messages told. */
    private List<String> hears(int count) throws InterruptedException {
        List<String> texts = new ArrayList<>();
        while (texts.size() < count) {
            Event event = heard.poll(20, TimeUnit.SECONDS);
            assertThat(event).as("heard after %s", texts).isNotNull();
            if (event instanceof Event.Said said) {
                texts.add(said.text());
            }
        }
        return texts;
    }

    private static String[] texts(String what, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> what + " " + i).toArray(String[]::new);
    }

    private static List<String> history(Guest guest) throws IOException, InterruptedException {
        Event.Done done = (Event.Done) guest.ask(new Command.Recall(LOBBY, null, null, 500));
        assertThat(done.more()).isFalse();
        guest.says(LOBBY, "end");
        List<String> texts = new ArrayList<>();
        guest.hears(Event.Said.class,
                said -> said.past() && texts.add(said.text()) && said.cursor().equals(done.cursor()));
        return texts;
    }

    @Test
    void a_server_that_is_killed_and_comes_back_misses_nothing_and_hears_nothing_twice() throws Exception {
        ServerProcess server = closing(ServerProcess.start(folder));
        LastingSession alice = alice(server.address(), QUICK);
        List<CompletableFuture<Event.Answer>> answers = new ArrayList<>(say(alice, "before", 20));
        server.kill();
        contact(Contact.Lost.class);
        answers.addAll(say(alice, "meanwhile", 20));
        server.startAgain();
        assertThat(contact(Contact.Regained.class).welcomed().nick()).isEqualTo("alice");
        answers.addAll(say(alice, "after", 20));
        for (CompletableFuture<Event.Answer> each : answers) {
            assertThat(answer(each)).isInstanceOf(Event.Done.class);
        }
        List<String> all = new ArrayList<>(List.of(texts("before", 20)));
        all.addAll(List.of(texts("meanwhile", 20)));
        all.addAll(List.of(texts("after", 20)));
        assertThat(hears(60)).isEqualTo(all);
        try (Guest bob = Guest.come(server.address(), "bob")) {
            assertThat(history(bob)).isEqualTo(all);
        }
    }

    @Test
    void what_others_said_meanwhile_is_told_once_and_then_what_is_live() throws Exception {
        TestServer server = closing(TestServer.start());
        Network network = closing(Network.to(server.address()));
        Guest bob = closing(server.guest("bob"));
        LastingSession alice = alice(network.address(), QUICK);
        for (int round = 1; round <= 5; round++) {
            bob.says(LOBBY, "seen " + round);
            assertThat(hears(1)).containsExactly("seen " + round);
            network.cut();
            contact(Contact.Lost.class);
            for (String text : texts("missed", 30)) {
                bob.says(LOBBY, text);
            }
            CompletableFuture<Event.Answer> mine = alice.ask(new Command.Say(LOBBY, "typed meanwhile"));
            network.heal();
            contact(Contact.Regained.class);
            assertThat(hears(30)).containsExactly(texts("missed", 30));
            assertThat(answer(mine)).isInstanceOf(Event.Done.class);
            assertThat(hears(1)).containsExactly("typed meanwhile");
            assertThat(answer(alice.ask(new Command.Sync()))).isInstanceOf(Event.Done.class);
            assertThat(heard.stream().filter(Event.Said.class::isInstance)).isEmpty();
        }
    }

    @Test
    void what_was_stored_but_not_answered_is_sent_again_and_stored_once() throws Exception {
        TestServer server = closing(TestServer.start());
        Network network = closing(Network.to(server.address()));
        Guest bob = closing(server.guest("bob"));
        LastingSession alice = alice(network.address(), WATCHFUL);
        network.loseAnswers();
        List<CompletableFuture<Event.Answer>> answers = say(alice, "in doubt", 10);
        assertThat(bob.hearsTexts(1)).containsExactly("in doubt 1");
        contact(Contact.Lost.class);
        network.heal();
        for (CompletableFuture<Event.Answer> each : answers) {
            assertThat(answer(each)).isInstanceOf(Event.Done.class);
        }
        assertThat(hears(10)).containsExactly(texts("in doubt", 10));
        bob.says(LOBBY, "next");
        assertThat(bob.ask(new Command.Recall(LOBBY, null, null, 500))).isInstanceOf(Event.Done.class);
        assertThat(hears(1)).containsExactly("next");
    }

    @Test
    void what_was_heard_of_oneself_but_not_answered_is_neither_stored_nor_told_twice() throws Exception {
        TestServer server = closing(TestServer.start());
        Network network = closing(Network.to(server.address()));
        Guest bob = closing(server.guest("bob"));
        LastingSession alice = alice(network.address(), QUICK);
        network.loseDone();
        CompletableFuture<Event.Answer> mine = alice.ask(new Command.Say(LOBBY, "heard"));
        assertThat(hears(1)).containsExactly("heard");
        bob.says(LOBBY, "heard, too");
        assertThat(hears(1)).containsExactly("heard, too");
        network.cut();
        contact(Contact.Lost.class);
        bob.says(LOBBY, "missed");
        network.heal();
        assertThat(answer(mine)).isInstanceOf(Event.Done.class);
        bob.says(LOBBY, "next");
        assertThat(hears(2)).containsExactly("missed", "next");
    }

    @Test
    void a_network_that_swallows_everything_is_noticed_and_the_nick_comes_back_when_the_server_notices()
            throws Exception {
        TestServer server = closing(TestServer.start("[limits]\nidle = \"400ms\""));
        Network network = closing(Network.to(server.address()));
        Guest bob = closing(server.guest("bob"));
        LastingSession alice = alice(network.address(), WATCHFUL);
        network.swallow();
        CompletableFuture<Event.Answer> answer = alice.ask(new Command.Say(LOBBY, "into the void"));
        contact(Contact.Lost.class);
        bob.says(LOBBY, "alice?");
        network.heal();
        contact(Contact.Regained.class);
        assertThat(answer(answer)).isInstanceOf(Event.Done.class);
        assertThat(hears(2)).containsExactly("alice?", "into the void");
    }

    @Test
    void what_must_not_be_done_twice_and_may_have_been_done_is_not_sent_again() throws Exception {
        TestServer server = closing(TestServer.start());
        Network network = closing(Network.to(server.address()));
        Guest bob = closing(server.guest("bob"));
        LastingSession alice = alice(network.address(), QUICK);
        network.loseAnswers();
        CompletableFuture<Event.Answer> inDoubt = alice.ask(new Command.Tell("bob", "psst"));
        bob.hears(Event.Told.class, told -> told.text().equals("psst"));
        network.cut();
        assertThat(inDoubt).failsWithin(Duration.ofSeconds(20)).withThrowableThat().havingCause()
                .isInstanceOfSatisfying(NotAnswered.class, it -> assertThat(it.isInDoubt()).isTrue());
        CompletableFuture<Event.Answer> later = alice.ask(new Command.Tell("bob", "later"));
        network.heal();
        assertThat(answer(later)).isEqualTo(Event.Done.PLAIN);
        assertThat(bob.hears(Event.Told.class, told -> true).text()).isEqualTo("later");
    }

    @Test
    void rooms_that_were_joined_and_a_nick_that_was_changed_come_back_too() throws Exception {
        TestServer server = closing(TestServer.start());
        Network network = closing(Network.to(server.address()));
        Guest bob = closing(server.guest("bob", "#dev", "#ops"));
        LastingSession alice = alice(network.address(), QUICK);
        answer(alice.ask(new Command.Join("#dev")));
        answer(alice.ask(new Command.Join("#ops")));
        answer(alice.ask(new Command.Leave("#ops", null)));
        answer(alice.ask(new Command.Rename("alicia")));
        network.cut();
        contact(Contact.Lost.class);
        network.heal();
        assertThat(contact(Contact.Regained.class).welcomed().nick()).isEqualTo("alicia");
        bob.hears(Event.Joined.class, it -> it.room().equals("#dev") && it.nick().equals("alicia"));
        answer(alice.ask(new Command.Sync()));
        bob.says("#ops", "not for alicia");
        bob.says("#dev", "for alicia");
        assertThat(hears(1)).containsExactly("for alicia");
    }

    @Test
    void what_was_never_sent_is_known_not_to_be_when_somebody_leaves() throws Exception {
        TestServer server = closing(TestServer.start());
        Network network = closing(Network.to(server.address()));
        LastingSession alice = alice(network.address(), QUICK);
        network.cut();
        contact(Contact.Lost.class);
        CompletableFuture<Event.Answer> waiting = alice.ask(new Command.Say(LOBBY, "hello?"));
        alice.close();
        assertThat(waiting).failsWithin(Duration.ofSeconds(20)).withThrowableThat().havingCause()
                .isInstanceOfSatisfying(NotAnswered.class, it -> assertThat(it.isInDoubt()).isFalse());
        assertThat(ended).isCompletedWithValue("goodbye");
    }

    @Test
    void what_comes_too_fast_for_the_server_waits_and_keeps_its_order() throws Exception {
        SlowServer server = closing(new SlowServer(3));
        LastingSession alice = alice(server.address(), QUICK);
        for (CompletableFuture<Event.Answer> each : say(alice, "pasted", 10)) {
            assertThat(answer(each)).isInstanceOf(Event.Done.class);
        }
        assertThat(server.stored()).containsExactly(texts("pasted", 10));
    }

    @Test
    void what_was_asked_is_done_before_the_goodbye() throws Exception {
        TestServer server = closing(TestServer.start());
        Guest bob = closing(server.guest("bob"));
        LastingSession alice = alice(server.address(), QUICK);
        List<CompletableFuture<Event.Answer>> answers = say(alice, "quick", 100);
        alice.quit("bye");
        assertThat(answers).allMatch(answer -> answer.getNow(new Event.Pong()) instanceof Event.Done);
        bob.hears(Event.Left.class, left -> left.why().equals("bye"));
    }
}
