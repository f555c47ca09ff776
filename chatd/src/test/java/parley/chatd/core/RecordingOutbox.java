package parley.chatd.core;

import java.util.ArrayList;
import java.util.List;
import parley.protocol.Delivery;
import parley.protocol.Event;

/** An outbox that keeps what it is offered, until it is closed. Any thread. */
final class RecordingOutbox implements Outbox {

    private final List<Delivery> taken = new ArrayList<>();
    private boolean closed;
    private boolean cut;

    @Override
    public void offer(Shared shared) {
        offer(shared.events().stream().map(Delivery::of).toList());
    }

    @Override
    public void offer(String re, Event event) {
        offer(List.of(new Delivery(re, event)));
    }

    @Override
    public synchronized void offer(List<Delivery> answers) {
        if (!closed) {
            taken.addAll(answers);
        }
    }

    @Override
    public void awaitRead() {
        // A list is never full.
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    @Override
    public synchronized void cut() {
        closed = true;
        cut = true;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized boolean isCut() {
        return cut;
    }

    /** Everything that was offered, in its order. */
    synchronized List<Delivery> taken() {
        return List.copyOf(taken);
    }
}
