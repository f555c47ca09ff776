package parley.chatd.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import parley.chatd.Authority.Issued;
import parley.chatd.Daemon;
import parley.chatd.config.ConfigFile;
import parley.chatd.engine.MemoryEngine;
import parley.protocol.Address;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.client.Client;
import parley.protocol.client.Listener;
import parley.protocol.link.ClientTls;
import parley.protocol.link.Identity;

/** Servers that listen over TLS, and guests who come that way. */
final class Secure {

    private static final String PLAIN = "\n[[listen]]\naddress = \"127.0.0.1:0\"\n";

    private Secure() {
    }

    /** A server that listens over TLS first, then in the clear. */
    static Daemon daemon(Issued server, String more) throws Exception {
        return Daemon.start(ConfigFile.parse("test", listener(server) + more + PLAIN), new MemoryEngine(1000));
    }

    /** A listener over TLS on a free port; more of its keys may follow. */
    static String listener(Issued server) {
        return """
                [[listen]]
                address = "127.0.0.1:0"
                certificate = "%s"
                key = "%s"
                """.formatted(server.certificate(), server.key());
    }

    static Address inTheClear(Daemon daemon) {
        return daemon.addresses().getLast();
    }

    static ClientTls trusting(Path authority) throws Exception {
        return new ClientTls(Optional.of(authority), Optional.empty());
    }

    static ClientTls showing(Issued own, Path authority) throws Exception {
        return new ClientTls(Optional.of(authority), Optional.of(Identity.read(own.certificate(), own.key())));
    }

    static Client guest(Daemon daemon, ClientTls tls, String nick, Listener listener) throws Exception {
        Client client = Client.connect(daemon.address(), tls, listener);
        assertThat(client.ask(new Command.Hello(nick))).isInstanceOf(Event.Welcomed.class);
        return client;
    }
}
