package parley.chatd.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.protocol.Address;
import parley.protocol.Command.Hello;
import parley.protocol.Command.Say;
import parley.protocol.Event;
import parley.protocol.Event.Done;
import parley.protocol.Event.Left;
import parley.protocol.Event.Said;
import parley.protocol.client.Client;
import parley.protocol.client.Inbox;

/**
 * Promise 4, for the server as a whole: crowds who never read, wave after wave, are let go; what was meant for them would
 * fill the daemon's whole heap several times over, and the room hears everything meanwhile, in order.
 */
class BoundedMemoryTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    /** What a crowd may have on its way at once: a bound each, and a page of the history that is being looked at. */
    private static final int HEAP_MEGABYTES = 128;
    private static final int WAVES = 3;
    private static final int CROWD = 40;
    private static final String LOBBY = "#lobby";
    private static final String LONG = "x".repeat(8000);
    /** Each answer has up to 32 messages of full length, and is nobody else's: what they ask for is 10 MB each. */
    private static final String QUESTIONS = "{\"do\":\"history\",\"room\":\"#lobby\",\"limit\":100}\n".repeat(40);

    private final Inbox bobHears = new Inbox();
    private int said;

    @TempDir
    Path folder;

    @Test
    @Timeout(180)
    void whoNeverReadsTakesNoMoreThanTheirBound() throws Exception {
        Path config = Files.writeString(folder.resolve("chatd.toml"), """
                [limits]
                outbox_bytes = 262144
                [history]
                file = "%s"
                """.formatted(folder.resolve("history.db")));
        try (DaemonProcess daemon = DaemonProcess.start(folder,
                Map.of("JAVA_TOOL_OPTIONS", "-Xmx" + HEAP_MEGABYTES + "m -XX:+ExitOnOutOfMemoryError"), "--config",
                config.toString());
             Client bob = Client.connect(daemon.address(), bobHears);
             Client alice = Client.connect(daemon.address(), new Inbox())) {
            bob.ask(new Hello("bob"));
            alice.ask(new Hello("alice"));
            for (int i = 0; i < 40; i++) {
                sayAndHear(alice); // there is something to ask for
            }
            for (int wave = 0; wave < WAVES; wave++) {
                List<Socket> crowd = crowd(daemon.address());
                for (int gone = 0; gone < CROWD;) {
                    gone += sayAndHear(alice);
                }
                for (Socket stalled : crowd) {
                    stalled.close();
                }
            }
            assertThat(daemon.log()).doesNotContain("java.lang.OutOfMemoryError", " ERROR ");
        }
    }

    /** People who say hello, ask for far more than anybody may leave unread, and read nothing at all. */
    private static List<Socket> crowd(Address address) throws IOException {
        List<Socket> crowd = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            Socket stalled = new Socket();
            stalled.setReceiveBufferSize(4096);
            stalled.connect(address.resolve());
            stalled.getOutputStream().write(("{\"do\":\"hello\",\"nick\":\"stalled" + i + "\"}\n" + QUESTIONS)
                    .getBytes(StandardCharsets.UTF_8));
            crowd.add(stalled);
        }
        return crowd;
    }

    /** Says the next word, and waits until Bob has it; returns how many have left meanwhile. */
    private int sayAndHear(Client alice) throws Exception {
        String text = said++ + LONG;
        assertThat(alice.ask(new Say(LOBBY, text))).isInstanceOf(Done.class);
        int left = 0;
        while (true) {
            Event event = bobHears.take(SOON).orElseThrow(() -> new AssertionError("bob hears nothing"));
            if (event instanceof Said it) {
                assertThat(it.text()).isEqualTo(text);
                return left;
            }
            if (event instanceof Left it) {
                assertThat(it.why()).startsWith("too slow: ");
                left++;
            }
        }
    }
}
