package parley.chatd.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.protocol.link.Link;
import parley.protocol.link.PemInvalid;
import parley.protocol.link.PlainLink;
import parley.protocol.link.ServerTls;
import parley.protocol.link.TlsLink;

/**
 * Over TLS, with certificates that may be replaced at any time. Each connection shakes hands on its own thread, so that
 * one that stalls is in nobody's way; {@link #tick} cuts it when its time is over.
 */
public final class TlsEntrance implements Entrance {

    private static final Logger LOG = LoggerFactory.getLogger(TlsEntrance.class);
    private static final int SCRAP = 512;

    private final Source source;
    private final InstantSource clock;
    private final Map<Link, Instant> shaking = new ConcurrentHashMap<>();
    private volatile ServerTls tls;

    /** Where the certificates come from: read anew each time. */
    public interface Source {
        ServerTls read() throws PemInvalid;
    }

    public TlsEntrance(Source source, InstantSource clock) throws PemInvalid {
        this.source = source;
        this.clock = clock;
        this.tls = source.read();
    }

    /**
     * Reads the certificates anew, for connections to come; those that are there go on.
     *
     * @return what is wrong with the new ones, if anything is: then the old ones stay
     */
    public Optional<String> reload() {
        try {
            tls = source.read();
            return Optional.empty();
        } catch (PemInvalid e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    /** Cuts every connection that has been shaking hands for so long. */
    public void tick(Duration limit) {
        Instant latest = clock.instant().minus(limit);
        shaking.forEach((link, since) -> {
            if (!since.isAfter(latest)) {
                link.cut();
            }
        });
    }

    @Override
    public TlsLink open(SocketChannel channel) throws IOException {
        Link unshaken = new PlainLink(channel);
        shaking.put(unshaken, clock.instant());
        try {
            return tls.accept(channel);
        } catch (IOException e) {
            LOG.debug("no TLS with {}: {}", channel.socket().getInetAddress(), e.getMessage());
            readUntilTheEnd(channel);
            throw e;
        } finally {
            shaking.remove(unshaken);
        }
    }

    /** To close with input unread would be a reset, and might take from the other end what it was just told. */
    private static void readUntilTheEnd(SocketChannel channel) throws IOException {
        channel.shutdownOutput();
        ByteBuffer scrap = ByteBuffer.allocate(SCRAP);
        while (channel.read(scrap) >= 0) {
            scrap.clear();
        }
    }
}
