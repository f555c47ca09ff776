package parley.chatd;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chatd.config.Listening;
import parley.chatd.config.Listening.DialectName;
import parley.chatd.core.ChatServer;
import parley.chatd.dialect.Dialect;
import parley.chatd.dialect.JsonDialect;
import parley.chatd.dialect.irc.IrcNetwork;
import parley.chatd.net.Admission;
import parley.chatd.net.Entrance;
import parley.chatd.net.Listener;
import parley.chatd.net.TlsEntrance;
import parley.protocol.Address;
import parley.protocol.link.PemInvalid;
import parley.protocol.recording.Recorder;

/** A place where a server listens, taken from the start until it is closed. */
record Door(Listening place, Listener listener, Entrance entrance) {

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    /**
     * Takes the place. Connections wait until {@link #accept} is called.
     *
     * @throws CannotListen if the address cannot be had, or a file it needs is of no use
     */
    static Door open(Listening place) throws CannotListen {
        try {
            Entrance entrance = entrance(place);
            return new Door(place, Listener.bind(place.address()), entrance);
        } catch (IOException | PemInvalid e) {
            throw new CannotListen(place.address(), e);
        }
    }

    private static Entrance entrance(Listening place) throws PemInvalid {
        return place.tls().isEmpty()
                ? new Entrance.Plain()
                : new TlsEntrance(place.tls().get()::read, InstantSource.system());
    }

    void accept(ChatServer server, IrcNetwork irc, Admission admission, Executor executor,
            Optional<Recorder> recorder) {
        Entrance way = recorder.<Entrance>map(it -> new Entrance.Recorded(entrance, it)).orElse(entrance);
        listener.accept(server, way, dialect(irc), admission, executor);
    }

    private Supplier<Dialect> dialect(IrcNetwork irc) {
        return switch (place.dialect()) {
            case JSON -> JsonDialect::new;
            case IRC -> irc::connection;
        };
    }

    /** Where it is, with the port it really has. */
    Address address() {
        try {
            return new Address(place.address().host(), listener.port());
        } catch (IOException e) {
            throw new IllegalStateException("a closed server has no address", e);
        }
    }

    /** The same for people. */
    String sign() {
        String irc = place.dialect() == DialectName.IRC ? " (IRC)" : "";
        return address() + irc + (place.tls().isPresent() ? " (TLS)" : "");
    }

    /** Cuts whoever has been shaking hands for so long. */
    void tick(Duration limit) {
        if (entrance instanceof TlsEntrance tls) {
            tls.tick(limit);
        }
    }

    /** Reads its certificates anew, if it has some, and returns what is wrong with them. */
    Optional<String> reload() {
        Optional<String> problem = entrance instanceof TlsEntrance tls ? tls.reload() : Optional.empty();
        if (problem.isEmpty()) {
            place.tls().ifPresent(files -> LOG.info("the certificate {} was read again", files.certificate()));
        }
        return problem;
    }

    /** Takes no new connections, and sends away those that do not speak yet. */
    void close() {
        try {
            listener.close();
            tick(Duration.ZERO);
        } catch (IOException e) {
            LOG.warn("a listener did not close: {}", e.getMessage());
        }
    }
}
