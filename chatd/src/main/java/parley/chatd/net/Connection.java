package parley.chatd.net;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chatd.core.ChatServer;
import parley.chatd.core.Origin;
import parley.chatd.core.Session;
import parley.chatd.dialect.Dialect;
import parley.protocol.Event;
import parley.protocol.line.Line;
import parley.protocol.line.LineReader;
import parley.protocol.link.Link;
import parley.protocol.link.PlainLink;
import parley.protocol.link.SpeaksTls;
import parley.protocol.link.TlsLink;

/**
 * One connection, from accept to close, on a virtual thread of its own: reads lines and has them done. What is to be
 * written is its outbox's business.
 */
final class Connection implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    /** How long the other end may take to read what is still its own. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final SocketChannel channel;
    private final Entrance entrance;
    private final ChatServer server;
    private final Dialect dialect;
    private final Bounds bounds;
    private final Admission admission;

    Connection(SocketChannel channel, Entrance entrance, ChatServer server, Dialect dialect, Admission admission) {
        this.channel = channel;
        this.entrance = entrance;
        this.server = server;
        this.dialect = dialect;
        this.bounds = admission.bounds();
        this.admission = admission;
    }

    @Override
    public void run() {
        InetAddress address = channel.socket().getInetAddress();
        Optional<String> tooMany = admission.enter(address);
        try (channel) {
            if (tooMany.isPresent()) {
                turnAway(entrance, tooMany.get());
            } else {
                converse(entrance.open(channel), address);
            }
        } catch (IOException e) {
            LOG.debug("a connection from {} came to nothing: {}", address, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (tooMany.isEmpty()) {
                admission.leave(address);
            }
        }
    }

    private void turnAway(Entrance way, String why) throws InterruptedException {
        switch (way) {
            case Entrance.Recorded recorded -> turnAway(recorded.inner(), why);
            case Entrance.Plain plain -> {
                SocketOutbox outbox = new SocketOutbox(plain.open(channel), dialect, bounds.outboxBytes());
                outbox.offer(null, new Event.Bye(why));
                outbox.close();
                outbox.awaitWritten(LAST_WORDS);
            }
            // A handshake costs more than a connection that is not wanted should.
            case TlsEntrance tls -> LOG.debug("turned away: {}", why);
        }
    }

    private void converse(Link link, InetAddress address) throws InterruptedException {
        SocketOutbox outbox = new SocketOutbox(link, dialect, bounds.outboxBytes());
        Session session = server.open(outbox, origin(link, address), dialect.manner());
        dialect.begin(session, outbox::offer);
        LOG.debug("{} begins, from {}", session, address.getHostAddress());
        String why = readUntilTheEnd(link, session, outbox);
        if (outbox.overflowed()) {
            admission.wasCut();
            LOG.info("{} was cut: {}", session, why);
        }
        LOG.debug("{} ends: {}", session, why);
        session.disconnected(why);
        dialect.end();
        outbox.awaitWritten(LAST_WORDS);
    }

    private static Origin origin(Link link, InetAddress address) {
        return switch (link) {
            case PlainLink plain -> new Origin(address, false, Optional.empty());
            case TlsLink tls -> new Origin(address, true, tls.certificate());
        };
    }

    /** Has every line done, and returns why there are no more. Who asks faster than they read the answers waits. */
    private String readUntilTheEnd(Link link, Session session, SocketOutbox outbox) {
        LineReader lines = new LineReader(new Turns(link), bounds.lineBytes());
        try {
            while (lines.await()) {
                session.together(() -> readWhatIsAtHand(lines, session, outbox));
                outbox.awaitRead();
            }
            return "connection closed";
        } catch (SpeaksTls e) {
            LOG.debug("TLS at a port in the clear");
            session.end("TLS is not spoken at this port"); // what is no TLS tells the other end as much
            return "connection closed";
        } catch (IOException e) {
            LOG.debug("a connection broke: {}", e.getMessage());
            return outbox.overflowed()
                    ? "too slow: over " + bounds.outboxBytes() + " bytes were waiting"
                    : "connection reset";
        } catch (RuntimeException e) {
            // A defect of ours; it may cost this session, but no other.
            LOG.error("a session ended by an internal error", e);
            return "internal error";
        }
    }

    /** Ends early if too much has to be read first, so that whoever waits for that has published what they took. */
    private void readWhatIsAtHand(LineReader lines, Session session, SocketOutbox outbox) {
        for (Line line = lines.next(); line != null; line = outbox.isRead() ? lines.next() : null) {
            dialect.read(line, session);
        }
    }
}
