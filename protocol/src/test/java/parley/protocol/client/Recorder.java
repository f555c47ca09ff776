package parley.protocol.client;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import parley.protocol.Delivery;
import parley.protocol.Event;

/** A listener that remembers. */
final class Recorder implements Listener {

    private final List<Delivery> delivered = new ArrayList<>();
    private final List<Disconnected> ends = new ArrayList<>();
    private final CompletableFuture<Disconnected> end = new CompletableFuture<>();

    @Override
    public synchronized void delivered(Delivery delivery) {
        delivered.add(delivery);
    }

    @Override
    public synchronized void ended(Disconnected why) {
        ends.add(why);
        end.complete(why);
    }

    synchronized List<Event> events() {
        return delivered.stream().map(Delivery::event).toList();
    }

    synchronized int ends() {
        return ends.size();
    }

    /** Waits for the end and returns what was said about it. */
    String end() {
        return end.orTimeout(10, TimeUnit.SECONDS).join().getMessage();
    }
}
