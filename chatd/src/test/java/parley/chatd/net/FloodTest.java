package parley.chatd.net;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatd.net.Guests.LOBBY;
import static parley.chatd.net.Guests.next;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chatd.Daemon;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.Event.Said;
import parley.protocol.client.Client;
import parley.protocol.client.Inbox;

/** Promise: who asks without a pause takes turns with the others, and who does not read the answers is asked to wait. */
class FloodTest {

    private static final int FLOODS = 8;

    private final List<Wire> floods = new ArrayList<>();
    private final Inbox bobHears = new Inbox();
    private Daemon daemon;
    private Client alice;

    @BeforeEach
    void start() throws Exception {
        daemon = Guests.daemon("outbox_bytes = 65536");
        Guests.guest(daemon, "bob", bobHears);
        alice = Guests.guest(daemon, "alice", new Inbox());
        assertThat(next(bobHears)).isEqualTo(new Event.Joined(LOBBY, "alice"));
    }

    @AfterEach
    void stop() throws Exception {
        for (Wire flood : floods) {
            flood.reset();
        }
        daemon.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"do\":\"ping\"}\n", "{\"do\":\"who\",\"room\":\"#lobby\"}\n", "?\n", "\n"})
    void othersTalkAsIfNothingWere(String line) throws Exception {
        for (int i = 0; i < FLOODS; i++) {
            Wire flood = Wire.open(daemon.address());
            floods.add(flood);
            Thread.ofPlatform().daemon().start(() -> drain(flood));
            Thread.ofPlatform().daemon().start(() -> pour(flood, line));
        }
        for (int i = 0; i < 100; i++) {
            String text = "word " + i;
            assertThat(alice.ask(new Command.Say(LOBBY, text))).isInstanceOf(Event.Done.class);
            assertThat(next(bobHears)).isInstanceOfSatisfying(Said.class,
                    said -> assertThat(said.text()).isEqualTo(text));
        }
    }

    @Test
    void whoAsksFasterThanTheyReadGetsAllAnswers() throws Exception {
        int pings = 400_000;
        Wire patient = Wire.open(daemon.address());
        floods.add(patient);
        Thread.ofPlatform().daemon().start(() -> ask(patient, pings));
        assertThat(alice.ask(new Command.Ping())).isEqualTo(new Event.Pong());
        for (int i = 0; i < pings; i++) {
            assertThat(patient.next().orElseThrow().event()).isEqualTo(new Event.Pong());
        }
    }

    private static void ask(Wire wire, int pings) {
        try {
            for (int i = 0; i < pings; i += 1000) {
                wire.send("{\"do\":\"ping\"}\n".repeat(1000));
            }
        } catch (IOException e) {
            // Whoever reads the answers finds out.
        }
    }

    private static void pour(Wire wire, String line) {
        String lines = line.repeat(5000);
        try {
            while (true) {
                wire.send(lines);
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private static void drain(Wire wire) {
        try {
            while (wire.skip()) {
                // What floods are told is theirs alone.
            }
        } catch (IOException e) {
            // The test is over.
        }
    }
}
