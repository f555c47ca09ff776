package parley.chatd.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import parley.chatd.Daemon;
import parley.chatd.config.ConfigFile;
import parley.chatd.engine.MemoryEngine;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.client.Client;
import parley.protocol.client.Inbox;
import parley.protocol.client.Listener;

/** Starts servers on free ports, brings guests in, and takes what they hear. */
final class Guests {

    static final String LOBBY = "#lobby";
    static final Duration SOON = Duration.ofSeconds(10);

    private Guests() {
    }

    /** A server that keeps its history in memory and has these limits. */
    static Daemon daemon(String... limits) throws Exception {
        String config = "listen = [\"127.0.0.1:0\"]\n[limits]\n" + String.join("\n", limits);
        return Daemon.start(ConfigFile.parse("test", config), new MemoryEngine(1000));
    }

    static Client guest(Daemon daemon, String nick, Listener listener) throws Exception {
        Client client = Client.connect(daemon.address(), listener);
        assertThat(client.ask(new Command.Hello(nick))).isInstanceOf(Event.Welcomed.class);
        return client;
    }

    /** What this guest hears next. */
    static Event next(Inbox inbox) throws Exception {
        return inbox.take(SOON).orElseThrow(() -> new AssertionError("nothing came within " + SOON));
    }
}
