package parley.chatd.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chatd.core.Engine.Committed;
import parley.chatd.core.Engine.Receipt;
import parley.chatd.core.Entry;
import parley.chatd.core.Lasting;
import parley.chatd.core.RoomName;
import parley.protocol.Cursor;
import parley.protocol.Event.InRoom;

/** The one thread that writes. It takes all that waits, has it committed in one go, and then tells of it in order. */
final class CommitThread {

    private static final Logger LOG = LoggerFactory.getLogger(CommitThread.class);
    /** How long it waits for work before it looks whether there is something to prune. */
    private static final Duration IDLE = Duration.ofSeconds(30);
    /** A pause in which it would rather make messages ready for search. */
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int MOST_AT_ONCE = 1024;

    /** What waits for this thread. */
    sealed interface Work {
    }

    record Append(List<Entry> run, Receipt receipt) implements Work {
    }

    /** Completed when everything that waited before it has been told of. */
    record Fence(CompletableFuture<Void> reached) implements Work {
    }

    /** Completed when everything that was committed before it can be found. */
    record Index(CompletableFuture<Void> done) implements Work {
    }

    /** Completed with what keeps it from storing. */
    record Probe(CompletableFuture<Optional<String>> trouble) implements Work {
    }

    /** The last thing this thread does. */
    private record Stop() implements Work {
    }

    private final Committer committer;
    private final BlockingQueue<Work> waiting = new LinkedBlockingQueue<>();
    private final Map<String, Map<String, InRoom>> states;
    private final Thread thread = Thread.ofPlatform().name("committer").unstarted(this::run);
    private final List<Index> searchers = new ArrayList<>();
    private volatile @Nullable Committed listener;
    private volatile long last;
    private volatile boolean ended;

    /**
     * @param last the last place in the order that the history has given out
     * @param states what the history has that lasts, by room key and by place
     */
    CommitThread(Committer committer, long last, Map<String, Map<String, InRoom>> states) {
        this.committer = committer;
        this.last = last;
        this.states = new ConcurrentHashMap<>(states);
    }

    void start(Committed committed) {
        listener = committed;
        thread.start();
    }

    void add(Work work) {
        waiting.add(work);
        if (ended) {
            failRest();
        }
    }

    /** The last place that was given out. */
    long last() {
        return last;
    }

    List<InRoom> state(RoomName room) {
        return List.copyOf(states.getOrDefault(room.key(), Map.of()).values());
    }

    /** Deals with all that waits, and ends. */
    void close() {
        boolean interrupted = false;
        add(new Stop());
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<Work> batch = new ArrayList<>();
        while (!ended) {
            take(batch);
            ended = batch.stream().anyMatch(Stop.class::isInstance);
            work(batch);
            index(batch.isEmpty());
            batch.clear();
            committer.prune();
        }
        serveSearchers();
        failRest();
    }

    /** To be found takes longer than to be stored: it is done bit by bit, in a pause or when somebody waits for it. */
    private void index(boolean pause) {
        boolean wanted = !committer.isIndexed() && (pause || !searchers.isEmpty());
        boolean failed = wanted && !committer.index();
        if (failed || committer.isIndexed()) {
            serveSearchers(); // after a failure, with what can be found
        }
    }

    private void serveSearchers() {
        searchers.forEach(searcher -> searcher.done().complete(null));
        searchers.clear();
    }

    private void take(List<Work> batch) {
        Duration wait = committer.isIndexed() ? IDLE : searchers.isEmpty() ? PAUSE : Duration.ZERO;
        try {
            Work first = waiting.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
            if (first != null) {
                batch.add(first);
                waiting.drainTo(batch, MOST_AT_ONCE);
            }
        } catch (InterruptedException e) {
            LOG.debug("nobody interrupts the committer; it goes on");
        }
    }

    private void work(List<Work> batch) {
        List<Entry> entries = new ArrayList<>(batch.size());
        for (Work work : batch) {
            if (work instanceof Append append) {
                entries.addAll(append.run());
            }
        }
        Committer.Outcome outcome = committer.commit(entries);
        int next = 0;
        for (Work work : batch) {
            switch (work) {
                case Append append -> {
                    List<Cursor> cursors = outcome.cursors().subList(next, next + append.run().size());
                    tell(append, cursors, outcome.failure());
                    next += cursors.size();
                }
                case Fence fence -> fence.reached().complete(null);
                case Index index -> searchers.add(index);
                case Probe probe -> probe.trouble().complete(committer.trouble());
                case Stop stop -> LOG.debug("the committer ends");
            }
        }
    }

    private void tell(Append append, List<Cursor> cursors, @Nullable String failure) {
        Entry first = append.run().getFirst();
        if (failure != null && Committer.isHistory(first)) {
            append.receipt().failed(failure);
            return;
        }
        last = Long.parseLong(cursors.getLast().value());
        try {
            Map<String, Optional<InRoom>> lasting = Lasting.of(first.event());
            if (!lasting.isEmpty()) {
                keep(first.room(), lasting);
            }
            Objects.requireNonNull(listener).committed(cursors, append.run());
        } catch (RuntimeException e) {
            LOG.error("telling of a committed run failed", e);
        } finally {
            append.receipt().committed(cursors);
        }
    }

    /** Whoever reads a room's state sees it as it was after some entry, so it is replaced as a whole. */
    private void keep(RoomName room, Map<String, Optional<InRoom>> lasting) {
        Map<String, InRoom> state = new LinkedHashMap<>(states.getOrDefault(room.key(), Map.of()));
        lasting.forEach((place, kept) -> state.compute(place, (p, old) -> kept.orElse(null)));
        states.put(room.key(), state);
    }

    /** What came too late: nobody is left waiting for it. */
    private void failRest() {
        for (Work work = waiting.poll(); work != null; work = waiting.poll()) {
            switch (work) {
                case Append append -> append.receipt().failed("the server is shutting down");
                case Fence fence -> fence.reached().complete(null);
                case Index index -> index.done().complete(null);
                case Probe probe -> probe.trouble().complete(Optional.of("the history is closed"));
                case Stop stop -> LOG.debug("the committer has ended already");
            }
        }
    }
}
