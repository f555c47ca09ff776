package parley.scenarios;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import parley.protocol.Address;

/** Embedded servers that are not what they should be. Closes what stands before them. */
final class Faulty implements Target.Inside, AutoCloseable {

    private static final int LATE_MILLIS = 100;

    private final Supplier<LineProxy.Filter> toServer;
    private final Supplier<LineProxy.Filter> toClient;
    private final Queue<LineProxy> proxies = new ConcurrentLinkedQueue<>();

    private Faulty(Supplier<LineProxy.Filter> toServer, Supplier<LineProxy.Filter> toClient) {
        this.toServer = toServer;
        this.toClient = toClient;
    }

    /** What can be wrong with what a server tells. */
    enum Mutation {
        DROPS, DOUBLES, DELAYS, REORDERS
    }

    /** A server that does this to all it tells of one kind, by its {@code on}. */
    static Faulty server(Mutation mutation, String kind) {
        String mark = "{\"on\":\"" + kind + "\"";
        return new Faulty(() -> (line, out) -> out.line(line), () -> switch (mutation) {
            case DROPS -> (line, out) -> {
                if (!line.startsWith(mark)) {
                    out.line(line);
                }
            };
            case DOUBLES -> (line, out) -> {
                out.line(line);
                if (line.startsWith(mark)) {
                    out.line(line);
                }
            };
            case DELAYS -> (line, out) -> {
                if (line.startsWith(mark)) {
                    Thread.ofVirtual().start(() -> late(line, out));
                } else {
                    out.line(line);
                }
            };
            case REORDERS -> new Reordering(mark);
        });
    }

    private static void late(String line, LineProxy.Out out) {
        try {
            TimeUnit.MILLISECONDS.sleep(LATE_MILLIS);
            out.line(line);
        } catch (IOException e) {
            // The client is gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Gives on each line of a kind after the next line, whatever that is. */
    private static final class Reordering implements LineProxy.Filter {
        private final String mark;
        private final List<String> held = new ArrayList<>();

        Reordering(String mark) {
            this.mark = mark;
        }

        @Override
        public void line(String line, LineProxy.Out out) throws IOException {
            if (held.isEmpty() && line.startsWith(mark)) {
                held.add(line);
                return;
            }
            out.line(line);
            for (String late : held) {
                out.line(late);
            }
            held.clear();
        }
    }

    /** A server that is as it should be, over a network where every line may take its time. */
    static Faulty jitter(int mostMicros) {
        Supplier<LineProxy.Filter> jitter = () -> (line, out) -> {
            if (ThreadLocalRandom.current().nextInt(4) == 0) {
                TimeUnit.MICROSECONDS.sleep(ThreadLocalRandom.current().nextInt(mostMicros));
            }
            out.line(line);
        };
        return new Faulty(jitter, jitter);
    }

    @Override
    public Address front(Address server) {
        LineProxy proxy = new LineProxy(server, toServer, toClient);
        proxies.add(proxy);
        return proxy.address();
    }

    @Override
    public void close() throws IOException {
        for (LineProxy proxy = proxies.poll(); proxy != null; proxy = proxies.poll()) {
            proxy.close();
        }
    }
}
