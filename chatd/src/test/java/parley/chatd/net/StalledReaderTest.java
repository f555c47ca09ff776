package parley.chatd.net;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatd.net.Guests.LOBBY;
import static parley.chatd.net.Guests.next;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parley.chatd.Daemon;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.Event.Joined;
import parley.protocol.Event.Left;
import parley.protocol.Event.Said;
import parley.protocol.client.Client;
import parley.protocol.client.Inbox;

/** Promise: who does not read costs the others nothing, and is cut when too much waits for them. */
class StalledReaderTest {

    /** More than a bound and what kernels buffer. */
    private static final int MOST_MESSAGES = 10_000;
    private static final String LONG = "x".repeat(8000);

    private final Inbox bobHears = new Inbox();

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void whoNeverReadsIsCutAndTheOthersGetEverything() throws Exception {
        try (Daemon daemon = Guests.daemon("outbox_bytes = 65536");
             Client _ = Guests.guest(daemon, "bob", bobHears);
             Client alice = Guests.guest(daemon, "alice", new Inbox());
             Wire _ = Wire.openNarrow(daemon.address()).hello("stalled")) {
            assertThat(next(bobHears)).isEqualTo(new Joined(LOBBY, "alice"));
            assertThat(next(bobHears)).isEqualTo(new Joined(LOBBY, "stalled"));

            Left left = talkUntilSomebodyLeaves(alice);

            assertThat(left).isEqualTo(new Left(LOBBY, "stalled", "too slow: over 65536 bytes were waiting"));
            assertThat(sayAndHear(alice, "and on it goes")).isInstanceOf(Said.class);
            try (Client again = Guests.guest(daemon, "stalled", new Inbox())) {
                assertThat(again.ask(new Command.Ping())).isEqualTo(new Event.Pong());
            }
        }
    }

    /** Each message is heard before the next is said, so that only the stalled one falls behind. */
    private Left talkUntilSomebodyLeaves(Client alice) throws Exception {
        for (int i = 0; i < MOST_MESSAGES; i++) {
            Event heard = sayAndHear(alice, i + LONG);
            if (heard instanceof Left left) {
                assertThat(next(bobHears)).isInstanceOf(Said.class);
                return left;
            }
            assertThat(((Said) heard).text()).isEqualTo(i + LONG);
        }
        throw new AssertionError("nobody was cut");
    }

    private Event sayAndHear(Client alice, String text) throws Exception {
        assertThat(alice.ask(new Command.Say(LOBBY, text))).isInstanceOf(Event.Done.class);
        return next(bobHears);
    }
}
