package parley.chatd.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import parley.chatd.core.Engine;
import parley.chatd.core.RoomName;
import parley.protocol.Cursor;

/** The receipt of a run under test: what came of it, how often it was told so, and what was true by then. */
final class Ticket implements Engine.Receipt {

    private final RoomName room;
    private final Journal journal;
    private final AtomicInteger calls = new AtomicInteger();
    private final CompletableFuture<List<Cursor>> outcome = new CompletableFuture<>();
    private volatile boolean listenerFirst;
    private volatile Thread thread;

    Ticket(RoomName room, Journal journal) {
        this.room = room;
        this.journal = journal;
    }

    @Override
    public void committed(List<Cursor> cursors) {
        listenerFirst = cursors.stream().allMatch(cursor -> journal.has(room, cursor));
        thread = Thread.currentThread();
        calls.incrementAndGet();
        outcome.complete(cursors);
    }

    @Override
    public void failed(String why) {
        calls.incrementAndGet();
        outcome.completeExceptionally(new AssertionError("not stored: " + why));
    }

    /** Waits for the cursor of the only entry. */
    Cursor cursor() {
        List<Cursor> cursors = cursors();
        assertThat(cursors).hasSize(1);
        return cursors.getFirst();
    }

    /** Waits for the cursors. */
    List<Cursor> cursors() {
        return outcome.orTimeout(30, TimeUnit.SECONDS).join();
    }

    boolean isSettled() {
        return outcome.isDone();
    }

    /** Whether the listener had the run when this receipt came. */
    boolean cameAfterTheListener() {
        return listenerFirst;
    }

    Thread thread() {
        return thread;
    }

    int calls() {
        return calls.get();
    }
}
