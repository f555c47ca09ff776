package parley.chatd.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import parley.chatd.core.Engine;
import parley.chatd.core.Entry;
import parley.protocol.Cursor;

/** The receipt of one entry under test: what came of it, how often it was told so, and what was true by then. */
final class Ticket implements Engine.Receipt {

    private final Entry entry;
    private final Journal journal;
    private final AtomicInteger calls = new AtomicInteger();
    private final CompletableFuture<Cursor> outcome = new CompletableFuture<>();
    private volatile boolean listenerFirst;
    private volatile Thread thread;

    Ticket(Entry entry, Journal journal) {
        this.entry = entry;
        this.journal = journal;
    }

    @Override
    public void committed(Cursor cursor) {
        listenerFirst = journal.has(entry.room(), cursor);
        thread = Thread.currentThread();
        calls.incrementAndGet();
        outcome.complete(cursor);
    }

    @Override
    public void failed(String why) {
        calls.incrementAndGet();
        outcome.completeExceptionally(new AssertionError("not stored: " + why));
    }

    /** Waits for the cursor. */
    Cursor cursor() {
        return outcome.orTimeout(30, TimeUnit.SECONDS).join();
    }

    boolean isSettled() {
        return outcome.isDone();
    }

    /** Whether the listener had the entry when this receipt came. */
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
