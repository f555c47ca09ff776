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

/**
 * One connection, from accept to close, on a virtual thread of its own: reads lines and has them done. What is to be
 * written is its outbox's business.
 */
final class Connection implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    /** How long the other end may take to read what is still its own. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final SocketChannel channel;
    private final ChatServer server;
    private final Dialect dialect;
    private final Bounds bounds;
    private final Admission admission;

    Connection(SocketChannel channel, ChatServer server, Dialect dialect, Admission admission) {
        this.channel = channel;
        this.server = server;
        this.dialect = dialect;
        this.bounds = admission.bounds();
        this.admission = admission;
    }

    @Override
    public void run() {
        InetAddress address = channel.socket().getInetAddress();
        Optional<String> tooMany = admission.enter(address);
        SocketOutbox outbox = new SocketOutbox(channel, dialect, bounds.outboxBytes());
        try (LineReader lines = new LineReader(new Turns(channel), bounds.lineBytes())) {
            if (tooMany.isPresent()) {
                outbox.offer(null, new Event.Bye(tooMany.get()));
                outbox.close();
            } else {
                converse(lines, outbox, new Origin(address, false, Optional.empty()));
            }
            outbox.awaitWritten(LAST_WORDS);
        } catch (IOException e) {
            LOG.debug("closing a connection failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (tooMany.isEmpty()) {
                admission.leave(address);
            }
        }
    }

    private void converse(LineReader lines, SocketOutbox outbox, Origin origin) {
        Session session = server.open(outbox, origin);
        LOG.debug("{} begins, from {}", session, origin.address().getHostAddress());
        String why = readUntilTheEnd(lines, session, outbox);
        if (outbox.overflowed()) {
            LOG.info("{} was cut: {}", session, why);
        }
        LOG.debug("{} ends: {}", session, why);
        session.disconnected(why);
    }

    /** Has every line done, and returns why there are no more. Who asks faster than they read the answers waits. */
    private String readUntilTheEnd(LineReader lines, Session session, SocketOutbox outbox) {
        try {
            for (Line line = lines.read(); line != null; line = lines.read()) {
                dialect.read(line, session);
                outbox.awaitRead();
            }
            return "connection closed";
        } catch (IOException e) {
            return outbox.overflowed()
                    ? "too slow: over " + bounds.outboxBytes() + " bytes were waiting"
                    : "connection reset";
        } catch (RuntimeException e) {
            // A defect of ours; it may cost this session, but no other.
            LOG.error("a session ended by an internal error", e);
            return "internal error";
        }
    }
}
