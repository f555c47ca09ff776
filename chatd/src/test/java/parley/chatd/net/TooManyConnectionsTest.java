package parley.chatd.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import parley.chatd.Daemon;
import parley.chatd.config.ConfigFile;
import parley.chatd.engine.MemoryEngine;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.client.Client;
import parley.protocol.client.Disconnected;
import parley.protocol.client.Inbox;

class TooManyConnectionsTest {

    private static final String TWO = """
            listen = ["127.0.0.1:0"]
            [limits]
            connections = 2
            """;

    @Test
    void oneTooManyIsToldSoAndTheNextComesInWhenOneHasLeft() throws Exception {
        try (Daemon daemon = Daemon.start(ConfigFile.parse("test", TWO), new MemoryEngine(10));
             Client alice = Client.connect(daemon.address(), new Inbox());
             Client bob = Client.connect(daemon.address(), new Inbox())) {
            alice.ask(new Command.Hello("alice"));
            bob.ask(new Command.Hello("bob"));
            for (int i = 0; i < 3; i++) {
                Inbox inbox = new Inbox();
                Client.connect(daemon.address(), inbox);
                Disconnected turnedAway =
                        catchThrowableOfType(Disconnected.class, () -> inbox.take(Duration.ofSeconds(10)));
                assertThat(turnedAway).as("nobody makes room by being turned away")
                        .hasMessage("too many connections: the server takes 2");
            }

            bob.quit("making room");
            assertThat(alice.ask(new Command.Sync())).isInstanceOf(Event.Done.class);
            await().until(() -> comesIn(daemon));
        }
    }

    private static boolean comesIn(Daemon daemon) throws Exception {
        try (Client carol = Client.connect(daemon.address(), new Inbox())) {
            return carol.ask(new Command.Hello("carol")) instanceof Event.Welcomed;
        } catch (Disconnected e) {
            return false; // the server has not noticed yet that bob has closed his end
        }
    }
}
