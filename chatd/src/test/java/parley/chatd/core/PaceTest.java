package parley.chatd.core;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatd.core.Chat.LOBBY;
import static parley.chatd.core.Chat.assertRefused;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.chatd.engine.MemoryEngine;
import parley.protocol.Command.Ping;
import parley.protocol.Command.Say;
import parley.protocol.Event.Bye;
import parley.protocol.Event.Done;
import parley.protocol.Event.Pong;
import parley.protocol.Event.Refused;
import parley.protocol.Refusal;

/** Nobody asks for more than they may, and everybody for as much as that. */
class PaceTest {

    private static final int BURST = 5;
    private static final AddressRange HOME = AddressRange.read("10.0.0.0/8").orElseThrow();

    private final Chat chat =
            new Chat(Society.settings(new Pace(2, BURST, List.of(HOME))), new MemoryEngine(1000));
    private final Person bob = chat.open("203.0.113.7");

    @BeforeEach
    void isWelcome() {
        bob.hello("bob");
        chat.clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void afterABurstItIsTooFastAndTheRefusalSaysForHowLong() {
        for (int i = 0; i < BURST; i++) {
            assertThat(bob.says("burst")).isInstanceOf(Done.class);
        }
        Refused refused = (Refused) bob.says("too much");

        assertRefused(refused, Refusal.RATE_LIMITED);
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(1));
        assertThat(refused.text()).contains("2 commands a second", "5 at once", "in 1s");
        chat.clock.advance(Duration.ofMillis(999));
        assertThat(((Refused) bob.says("still too much")).retryAfter()).isEqualTo(Duration.ofMillis(1));
        chat.clock.advance(Duration.ofMillis(1));
        assertThat(bob.says("as told")).isInstanceOf(Done.class);
        assertThat(bob.says("two a second")).isInstanceOf(Done.class);
        assertRefused(bob.says("too much again"), Refusal.RATE_LIMITED);
    }

    @Test
    void whatWasOnItsWayBehindARefusedMessageDoesNotOvertakeIt() {
        for (int i = 0; i < BURST; i++) {
            bob.says("burst");
        }
        assertRefused(bob.says("first"), Refusal.RATE_LIMITED);
        chat.clock.advance(Duration.ofMillis(600)); // time enough for one more

        assertRefused(bob.says("second"), Refusal.RATE_LIMITED);
    }

    @Test
    void inTheLongRunThePauseCostsNothing() {
        int done = 0;
        for (int i = 0; i < 600; i++) {
            done += bob.says("as fast as I can") instanceof Done ? 1 : 0;
            chat.clock.advance(Duration.ofMillis(100));
        }

        assertThat(done).isBetween(BURST + 2 * 60 - 3, BURST + 2 * 60 + 1);
    }

    @Test
    void whatIsRefusedIsNotSaid() {
        Person alice = chat.connect("dave");
        for (int i = 0; i < 3 * BURST; i++) {
            bob.says("flood");
        }

        assertThat(alice.heard()).hasSize(BURST);
    }

    @Test
    void everythingElseCountsAsWellButSignsOfLifeAndGoodbyes() {
        for (int i = 0; i < BURST; i++) {
            bob.joins("#room" + i % 2);
        }
        assertRefused(bob.renamesTo("robert"), Refusal.RATE_LIMITED);
        for (int i = 0; i < 3 * BURST; i++) {
            assertThat(bob.does(new Ping())).isEqualTo(new Pong());
        }
        assertThat(bob.quits("enough")).isEqualTo(new Bye("enough"));
    }

    @Test
    void theAnswersKeepTheirOrder() {
        List<String> refs = IntStream.range(0, 2 * BURST)
                .mapToObj(i -> bob.begins(new Say(LOBBY, "x"))).toList();

        assertThat(refs).allSatisfy(ref -> assertThat(bob.answersTo(ref)).hasSize(1));
    }

    @Test
    void someAddressesAndOperatorsAreExempt() {
        Person home = chat.open("10.1.2.3");
        home.hello("home");
        Person root = chat.open("203.0.113.8");
        root.does(Society.login(Society.ROOT));

        for (int i = 0; i < 10 * BURST; i++) {
            assertThat(home.says("x")).isInstanceOf(Done.class);
            assertThat(root.says("x")).isInstanceOf(Done.class);
        }
    }

    @Test
    void anotherPaceHoldsAtOnce() {
        for (int i = 0; i < BURST; i++) {
            bob.says("burst");
        }
        assertRefused(bob.says("too much"), Refusal.RATE_LIMITED);
        chat.server.reconfigure(Society.settings(new Pace(1000, 100, List.of())));

        assertThat(bob.says("now")).isInstanceOf(Done.class);
    }
}
