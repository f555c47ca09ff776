package parley.chatd.core;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import parley.protocol.Refusal;

/**
 * What has happened since the server began. Any thread counts, at the cost of an addition that no other thread waits
 * for, and any thread reads.
 */
public final class Counts {

    private final LongAdder messages = new LongAdder();
    private final LongAdder deliveries = new LongAdder();
    private final Map<Refusal, LongAdder> refusals = new ConcurrentHashMap<>();
    private final Durations commits = new Durations();

    /** So many more messages were committed. */
    void messages(int more) {
        messages.add(more);
    }

    /** So many members were offered something, or one several things. Called once for all of them. */
    void deliveries(int more) {
        deliveries.add(more);
    }

    void refusal(Refusal why) {
        refusals.computeIfAbsent(why, key -> new LongAdder()).increment();
    }

    /** Messages that were committed, in all rooms. */
    public long messages() {
        return messages.sum();
    }

    /** Events that were offered to members of rooms, each counted once for each member. */
    public long deliveries() {
        return deliveries.sum();
    }

    /** Commands that were refused for this reason. */
    public long refusals(Refusal why) {
        LongAdder refused = refusals.get(why);
        return refused == null ? 0 : refused.sum();
    }

    /** How long it took from handing something to the engine until it was committed and offered to all members. */
    public Durations commits() {
        return commits;
    }
}
