package parley.chatd.net;

import static org.awaitility.Awaitility.await;

import com.code_intelligence.jazzer.api.BugDetectors;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import parley.chatd.Daemon;
import parley.protocol.Command.Say;
import parley.protocol.Event;
import parley.protocol.Event.Done;
import parley.protocol.Event.Said;
import parley.protocol.client.Client;
import parley.protocol.client.Inbox;

/**
 * Whatever bytes come to a listener, and however their connection ends, two people go on talking there as if nothing
 * were, and nothing of the stranger stays behind.
 *
 * <p>The first byte of the input says how it ends ({@link #END_RESET}, {@link #END_CLOSE}, otherwise the stranger says
 * nothing more and reads to the end) and, in its low half, how many bytes are sent at a time; the others are sent.
 */
public final class SocketFuzz {

    private static final int END_RESET = 0x80;
    private static final int END_CLOSE = 0x40;
    private static final int PIECE = 0x0f;
    private static final Duration OFTEN = Duration.ofMillis(1);

    private static final SocketFuzz FUZZ = new SocketFuzz();

    private final Inbox bobHears = new Inbox();
    private final Daemon daemon;
    private final Client alice;
    private int said;

    private SocketFuzz() {
        try {
            daemon = Guests.daemon("line_bytes = 512", "outbox_bytes = 65536");
            Guests.guest(daemon, "bob", bobHears);
            alice = Guests.guest(daemon, "alice", new Inbox());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** What the fuzzer calls first. It would take the test's own connections for a defect. */
    public static void fuzzerInitialize() {
        BugDetectors.allowNetworkConnections();
    }

    /** What the fuzzer calls then. */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        if (input.length > 0) {
            FUZZ.play(input);
        }
    }

    private void play(byte[] input) throws Exception {
        try (Wire stranger = Wire.open(daemon.address())) {
            pour(stranger, input);
            assertNobodyNotices();
            end(stranger, input[0]);
        }
        await().pollInSameThread().pollDelay(Duration.ZERO).pollInterval(OFTEN).atMost(Guests.SOON)
                .until(() -> daemon.chat().sessionCount() == 2);
        assertNobodyNotices();
    }

    private static void pour(Wire stranger, byte[] input) {
        int piece = (input[0] & PIECE) == PIECE ? input.length : 1 + (input[0] & PIECE);
        ByteArrayInputStream rest = new ByteArrayInputStream(input, 1, input.length - 1);
        try {
            for (byte[] some = rest.readNBytes(piece); some.length > 0; some = rest.readNBytes(piece)) {
                stranger.send(some);
            }
        } catch (IOException e) {
            // The server has had enough of it, which is its right.
        }
    }

    private static void end(Wire stranger, byte how) {
        try {
            if ((how & END_RESET) != 0) {
                stranger.reset();
            } else if ((how & END_CLOSE) == 0) {
                stranger.shutdownOutput();
                stranger.skipToTheEnd();
            }
        } catch (IOException e) {
            // The server was first.
        }
    }

    /** Alice says something and Bob hears it, whole and in its turn, whatever strangers say in between. */
    private void assertNobodyNotices() throws Exception {
        String word = "word " + said++;
        assertThat(alice.ask(new Say(Guests.LOBBY, word)) instanceof Done, "alice was refused");
        Event event = Guests.next(bobHears);
        while (!(event instanceof Said it && it.from().equals("alice"))) {
            assertThat(!(event instanceof Event.Bye), "bob was sent away: " + event);
            event = Guests.next(bobHears);
        }
        assertThat(((Said) event).text().equals(word), "bob heard " + event + " instead of " + word);
    }

    private static void assertThat(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
