package parley.scenarios.fence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What fences send, and when they close, line by line. */
final class FenceTest {

    private static final Duration PATIENT = Duration.ofHours(1);

    private final End alice = new End("alice", "near.test", "");
    private final End bob = new End("bob", "near.test", "");
    private final End carol = new End("carol", "far.test", "");

    /** A client's end of a connection. */
    private static final class End {
        private final List<String> said = new ArrayList<>();
        private final Lookout lookout = new Lookout(said::add);

        End(String nick, String server, String token) {
            hears(":" + server + " 001 " + nick + " :Welcome");
            hears(":" + server + " 004 " + nick + " " + server + " ircd-1 iow bikl");
            hears(":" + server + " 005 " + nick + " CHANTYPES=# " + token + " :are supported");
            lookout.did();
        }

        boolean hears(String line) {
            return lookout.hears(line);
        }

        /** What it said since this was asked last. */
        List<String> said() {
            List<String> all = List.copyOf(said);
            said.clear();
            return all;
        }

        /** The notice that it said, as it arrives. */
        String notice() {
            return ":" + lookout.nick() + "!u@host " + said().getFirst();
        }
    }

    private Fence fence(End here) {
        return Fence.before(here.lookout, List.of(alice.lookout, bob.lookout, carol.lookout));
    }

    @Test
    void whoIsOnTheSameServerSendsANotice() throws InterruptedException {
        bob.lookout.did();
        Fence fence = Fence.before(bob.lookout, List.of(alice.lookout, bob.lookout));
        String notice = alice.notice();
        assertThat(notice).startsWith(":alice!u@host NOTICE bob parley-fence-");
        assertThat(bob.hears(notice)).isTrue();
        assertThat(fence.close(PATIENT)).isEmpty();
        assertThat(bob.said()).isEmpty();
    }

    @Test
    void untilItHasComeTheFenceIsOpen() throws InterruptedException {
        Fence fence = Fence.before(bob.lookout, List.of(alice.lookout));
        assertThat(bob.hears(":alice!u@host NOTICE bob :something else")).isFalse();
        assertThat(fence.close(Duration.ofMillis(1)))
                .hasValue("a sign that alice sent, behind all that it did, did not reach bob");
        assertThat(bob.hears(alice.notice())).as("a sign that is late").isTrue();
    }

    @Test
    void whatTheServerDoesNotPassOnIsNotWaitedFor() throws InterruptedException {
        Fence fence = Fence.before(bob.lookout, List.of(alice.lookout));
        assertThat(alice.hears(":near.test 531 alice BOB :You cannot send")).isTrue();
        assertThat(fence.close(PATIENT)).isEmpty();
        assertThat(alice.hears(":near.test 531 alice bob :You cannot send")).as("another").isFalse();
    }

    @Test
    void aServerElsewhereIsAskedForTheTime() throws InterruptedException {
        Fence fence = fence(carol);
        assertThat(alice.said()).isEmpty();
        Thread close = Thread.ofVirtual().unstarted(() -> {
            while (!carol.hears(":near.test 391 carol near.test :Monday")) {
                Thread.onSpinWait();
            }
        });
        close.start();
        assertThat(fence.close(PATIENT)).isEmpty();
        assertThat(carol.said()).as("once for both").containsExactly("TIME near.test");
    }

    @Test
    void aServerThatDoesNotSayTheTimeIsNamed() throws InterruptedException {
        assertThat(fence(carol).close(Duration.ofMillis(1)))
                .hasValue("the server near.test did not tell carol the time");
    }

    @Test
    void whoIsGoneSendsNothingButItsServerIsAsked() throws InterruptedException {
        carol.lookout.ended();
        bob.lookout.ended();
        assertThat(fence(alice).close(Duration.ofMillis(1)))
                .hasValue("the server far.test did not tell alice the time");
        assertThat(carol.said()).isEmpty();
        assertThat(bob.said()).isEmpty();
    }

    @Test
    void whoHasDoneNothingSinceSendsNothing() throws InterruptedException {
        Fence first = Fence.before(bob.lookout, List.of(alice.lookout));
        bob.hears(alice.notice());
        assertThat(first.close(PATIENT)).isEmpty();
        assertThat(Fence.before(bob.lookout, List.of(alice.lookout)).close(PATIENT)).isEmpty();
        assertThat(alice.said()).isEmpty();
        alice.lookout.did();
        Fence.before(bob.lookout, List.of(alice.lookout));
        assertThat(alice.said()).hasSize(1);
    }

    @Test
    void theNickOfNowIsTold() {
        bob.hears(":alice!u@host NICK alicia");
        bob.hears(":bob!u@host NICK :robert");
        Fence.before(bob.lookout, List.of(alice.lookout));
        assertThat(alice.said().getFirst()).startsWith("NOTICE robert ");
    }

    @Test
    void whereAPingIsAFenceNothingIsSent() throws InterruptedException {
        End here = new End("dave", "chat.test", "parley/FENCE");
        End there = new End("erin", "chat.test", "parley/FENCE");
        assertThat(Fence.before(here.lookout, List.of(there.lookout)).close(PATIENT)).isEmpty();
        assertThat(there.said()).isEmpty();
    }

    @Test
    void whoIsNotWelcomeYetHasNothingToSay() throws InterruptedException {
        Lookout stranger = new Lookout(line -> assertThat(line).isNull());
        stranger.did();
        assertThat(Fence.before(bob.lookout, List.of(stranger)).close(PATIENT)).isEmpty();
        assertThat(Fence.before(stranger, List.of(bob.lookout)).close(PATIENT)).isEmpty();
    }

    @Test
    void jsonLinesAreNoIrc() {
        assertThat(bob.hears("{\"on\":\"pong\"}")).isFalse();
    }
}
