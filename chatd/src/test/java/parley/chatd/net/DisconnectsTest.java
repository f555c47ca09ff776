package parley.chatd.net;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatd.net.Guests.LOBBY;
import static parley.chatd.net.Guests.next;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.chatd.Daemon;
import parley.protocol.Command;
import parley.protocol.Delivery;
import parley.protocol.Event;
import parley.protocol.Event.Joined;
import parley.protocol.Event.Left;
import parley.protocol.client.Client;
import parley.protocol.client.Inbox;

/** Promise: whoever goes, and however they go, the room learns of it with the reason, and the nick is free. */
class DisconnectsTest {

    private final Inbox bobHears = new Inbox();
    private Daemon daemon;

    private void start(String... limits) throws Exception {
        daemon = Guests.daemon(limits);
        Guests.guest(daemon, "bob", bobHears);
    }

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void whoQuitsGivesAReasonOrNone() throws Exception {
        start();
        Guests.guest(daemon, "alice", new Inbox()).quit("gone fishing");
        assertCameAndLeft("gone fishing");
        Guests.guest(daemon, "alice", new Inbox()).quit(null);
        assertCameAndLeft("quit");
    }

    @Test
    void theNickIsFreeWhenTheGoodbyeIsRead() throws Exception {
        start();
        for (int i = 0; i < 100; i++) {
            Client alice = Guests.guest(daemon, "alice", new Inbox());
            assertThat(alice.ask(new Command.Quit("again"))).isEqualTo(new Event.Bye("again"));
        }
    }

    @Test
    void whoStopsSendingGetsAllAnswersAndThenTheEnd() throws Exception {
        start();
        try (Wire alice = Wire.open(daemon.address()).hello("alice")) {
            StringBuilder says = new StringBuilder();
            IntStream.range(0, 500).forEach(i -> says.append(say(i)));
            alice.send(says.toString());
            alice.shutdownOutput();

            assertThat(alice.rest()).extracting(Delivery::re).isEqualTo(numbers(500));
            assertThat(next(bobHears)).isEqualTo(new Joined(LOBBY, "alice"));
            for (int i = 0; i < 500; i++) {
                assertThat(next(bobHears)).isInstanceOf(Event.Said.class);
            }
            assertThat(next(bobHears)).isEqualTo(new Left(LOBBY, "alice", "connection closed"));
        }
    }

    @Test
    void aLineThatTheEndCutOffIsNotDone() throws Exception {
        start();
        try (Wire alice = Wire.open(daemon.address()).hello("alice")) {
            alice.send(say(1).strip());
            alice.shutdownOutput();
            assertThat(alice.rest()).isEmpty();
            assertCameAndLeft("connection closed");
        }
    }

    @Test
    void whoseConnectionBreaksIsReset() throws Exception {
        start();
        Wire.open(daemon.address()).hello("alice").reset();
        assertCameAndLeft("connection reset");
    }

    @Test
    void whoSaysNothingIsAskedForASignOfLifeAndThenTimesOut() throws Exception {
        start("idle = \"200ms\"");
        try (Wire alice = Wire.open(daemon.address()).hello("alice")) {
            assertThat(alice.rest()).extracting(Delivery::event)
                    .containsExactly(new Event.Ping(), new Event.Bye("timed out"));
        }
        assertCameAndLeft("timed out");
    }

    @Test
    void aDeadConnectionHoldsNoSeatAndNoNickWhileItLingers() throws Exception {
        start("idle = \"200ms\"");
        try (Wire dead = Wire.open(daemon.address()).hello("alice")) {
            assertThat(next(bobHears)).isEqualTo(new Joined(LOBBY, "alice"));
            assertThat(bobHears.take(Duration.ofSeconds(3))).contains(new Left(LOBBY, "alice", "timed out"));
            Guests.guest(daemon, "alice", new Inbox());
            assertThat(dead.rest()).last().isEqualTo(new Delivery(null, new Event.Bye("timed out")));
        }
    }

    @Test
    void whoAnswersPingsStays() throws Exception {
        start("idle = \"200ms\"");
        Guests.guest(daemon, "alice", new Inbox());
        try (Wire silent = Wire.open(daemon.address()).hello("silent")) {
            assertThat(silent.rest()).last().extracting(Delivery::event).isEqualTo(new Event.Bye("timed out"));
        }
        try (Wire another = Wire.open(daemon.address()).hello("another")) {
            another.rest();
        }
        Client carol = Guests.guest(daemon, "carol", new Inbox());
        assertThat(carol.ask(new Command.Who(LOBBY)))
                .isEqualTo(new Event.Members(LOBBY, List.of("bob", "alice", "carol")));
    }

    @Test
    void whoNeverSaysHelloIsToldSo() throws Exception {
        start("hello = \"200ms\"");
        try (Wire silent = Wire.open(daemon.address())) {
            assertThat(silent.rest()).containsExactly(new Delivery(null, new Event.Bye("no hello within 200ms")));
        }
    }

    @Test
    void whoSaysAllButHelloIsToldSoToo() throws Exception {
        start("hello = \"200ms\"");
        try (Wire chatty = Wire.open(daemon.address())) {
            Event event = new Event.Pong();
            while (event instanceof Event.Pong) {
                chatty.send("{\"do\":\"ping\"}\n");
                event = chatty.next().orElseThrow().event();
            }
            assertThat(event).isEqualTo(new Event.Bye("no hello within 200ms"));
        }
    }

    private void assertCameAndLeft(String why) throws Exception {
        assertThat(List.of(next(bobHears), next(bobHears)))
                .containsExactly(new Joined(LOBBY, "alice"), new Left(LOBBY, "alice", why));
    }

    private static String say(int number) {
        return "{\"do\":\"say\",\"room\":\"#lobby\",\"text\":\"hi\",\"ref\":\"" + number + "\"}\n";
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }
}
