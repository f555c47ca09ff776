package parley.chatc.pipe;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import parley.chatc.pipe.Tally.Trouble;
import parley.protocol.Delivery;
import parley.protocol.Event;
import parley.protocol.client.ClientDialect;
import parley.protocol.client.Disconnected;
import parley.protocol.client.Listener;
import parley.protocol.json.JsonLines;

/**
 * Keeps what arrives, answers too, until the thread that prints it takes it: so a reader that is slow to read what
 * chatc prints does not keep chatc from answering the server's pings.
 */
public final class Arrivals implements Listener {

    private final BlockingQueue<Arrival> waiting = new LinkedBlockingQueue<>();
    private final CompletableFuture<Trouble> trouble = new CompletableFuture<>();
    private final Predicate<Delivery> wanted;
    private String line = "";
    private volatile boolean unread;

    /**
     * Something that arrived.
     *
     * @param line its line as the server spelt it
     */
    public record Arrived(Delivery delivery, String line) {
    }

    private sealed interface Arrival {
    }

    private record Came(Arrived arrived) implements Arrival {
    }

    private record Ended(Disconnected why) implements Arrival {
    }

    private record Unread() implements Arrival {
    }

    /** Keeps only what is wanted. */
    public Arrivals(Predicate<Delivery> wanted) {
        this.wanted = wanted;
    }

    @Override
    public void received(String text, ClientDialect.Heard meaning) {
        line = text;
    }

    @Override
    public void delivered(Delivery delivery) {
        if (delivery.re() == null && delivery.event() instanceof Event.Refused refused) {
            trouble.complete(new Tally.Refused(0, refused));
        }
        if (wanted.test(delivery)) {
            waiting.add(new Came(new Arrived(delivery, json(delivery))));
        }
    }

    /** As the server sent it; where it speaks IRC, as chatd would have. */
    private String json(Delivery delivery) {
        return line.startsWith("{") ? line : JsonLines.write(delivery);
    }

    @Override
    public void ended(Disconnected why) {
        trouble.complete(new Tally.Ended(String.valueOf(why.getMessage())));
        waiting.add(new Ended(why));
    }

    /**
     * Completes when nobody should count on answers any longer: the connection ended, or the server could not read a
     * line and so cannot say which answer that would have been.
     */
    public CompletableFuture<Trouble> trouble() {
        return trouble;
    }

    /** Whoever takes the arrivals need not go on, because nobody reads what becomes of them. Any thread. */
    public void nobodyReads() {
        unread = true;
        waiting.add(new Unread());
    }

    /**
     * Waits for the next. To be called on one thread.
     *
     * @throws Disconnected when there is nothing left to take and nothing more will come
     * @throws NobodyReads when it is of no use
     */
    public Arrived take() throws Disconnected, NobodyReads, InterruptedException {
        return arrived(waiting.take());
    }

    /** The same; empty if none came within that time. */
    public Optional<Arrived> take(Duration time) throws Disconnected, NobodyReads, InterruptedException {
        Arrival arrival = waiting.poll(TimeUnit.NANOSECONDS.convert(time), TimeUnit.NANOSECONDS);
        return arrival == null ? Optional.empty() : Optional.of(arrived(arrival));
    }

    private Arrived arrived(Arrival arrival) throws Disconnected, NobodyReads {
        if (unread) {
            throw new NobodyReads();
        }
        return switch (arrival) {
            case Unread it -> throw new NobodyReads();
            case Came it -> it.arrived();
            case Ended it -> {
                waiting.add(it);
                throw it.why();
            }
        };
    }
}
