package parley.chatd.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.chatd.Together;
import parley.chatd.core.Shared;
import parley.chatd.dialect.JsonDialect;
import parley.protocol.Event;
import parley.protocol.link.PlainLink;

/** The queue in front of a socket, alone: one writer at most, nothing lost, nothing after the end. */
class SocketOutboxTest {

    private static final Event PONG = new Event.Pong();
    private static final int LINE = "{\"on\":\"pong\"}\n".length();
    private static final Duration SOON = Duration.ofSeconds(10);

    private ServerSocketChannel door;

    @BeforeEach
    void open() throws IOException {
        door = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void close() throws IOException {
        door.close();
    }

    @Test
    void manyOfferAndEverythingIsWrittenInWholeLines() throws Exception {
        try (SocketChannel there = connect(); SocketChannel here = door.accept()) {
            SocketOutbox outbox = outbox(here, 1 << 24);
            Together.together(4, number -> {
                for (int i = 0; i < 5000; i++) {
                    outbox.offer(number + "." + i, PONG);
                }
                return List.of();
            });
            outbox.close();
            outbox.awaitWritten(SOON);

            List<String> lines = new String(read(there), StandardCharsets.UTF_8).lines().toList();
            assertThat(lines).hasSize(20_000).doesNotHaveDuplicates()
                    .allMatch(line -> line.matches("\\{\"on\":\"pong\",\"re\":\"\\d\\.\\d+\"}"));
        }
    }

    @Test
    void whatIsOfferedWhileItClosesIsWrittenOrNotButNeverInTheWay() throws Exception {
        for (int round = 0; round < 1000; round++) {
            try (SocketChannel there = connect(); SocketChannel here = door.accept()) {
                SocketOutbox outbox = outbox(here, 1 << 20);
                Together.together(2, number -> {
                    if (number == 1) {
                        outbox.offer(null, PONG);
                    } else {
                        outbox.close();
                        outbox.awaitWritten(SOON);
                    }
                    return List.of();
                });
                assertThat(read(there).length).isIn(0, LINE);
            }
        }
    }

    @Test
    void afterTheEndNothingIsTaken() throws Exception {
        try (SocketChannel there = connect(); SocketChannel here = door.accept()) {
            SocketOutbox outbox = outbox(here, 1 << 20);
            outbox.offer(new Shared(PONG));
            outbox.close();
            outbox.offer(new Shared(PONG));
            outbox.offer("1", PONG);

            assertThat(read(there)).hasSize(LINE);
        }
    }

    @Test
    void whoDoesNotReadIsCutAtTheBoundAndStaysKnownAsTooSlow() throws Exception {
        try (SocketChannel there = connect(); SocketChannel here = door.accept()) {
            SocketOutbox outbox = outbox(here, 4096);
            Event.Bye large = new Event.Bye("x".repeat(1000));
            for (int i = 0; i < 1_000_000 && !outbox.overflowed(); i++) {
                outbox.offer(null, large);
            }
            outbox.offer(null, PONG);

            assertThat(outbox.overflowed()).isTrue();
            assertThat(here.isOpen()).isFalse();
            assertThat(there.isOpen()).isTrue();
        }
    }

    @Test
    void oneLineMayBeLongerThanTheBound() throws Exception {
        try (SocketChannel there = connect(); SocketChannel here = door.accept()) {
            SocketOutbox outbox = outbox(here, 4096);
            outbox.offer(null, new Event.Bye("x".repeat(100_000)));
            outbox.close();

            assertThat(read(there).length).isGreaterThan(100_000);
            assertThat(outbox.overflowed()).isFalse();
        }
    }

    private static SocketOutbox outbox(SocketChannel channel, int bound) {
        return new SocketOutbox(new PlainLink(channel), new JsonDialect(), bound);
    }

    private SocketChannel connect() throws IOException {
        return SocketChannel.open(door.getLocalAddress());
    }

    /** Everything until the end of the stream. */
    private static byte[] read(SocketChannel channel) throws IOException {
        return Channels.newInputStream(channel).readAllBytes();
    }
}
