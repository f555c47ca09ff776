package parley.chatd.core;

import java.util.concurrent.atomic.LongAdder;

/** What has happened since the server began. Any thread counts, at the cost of an addition, and any thread reads. */
public final class Counts {

    private final LongAdder messages = new LongAdder();

    /** So many more messages were committed. */
    void messages(int more) {
        messages.add(more);
    }

    /** Messages that were committed, in all rooms. */
    public long messages() {
        return messages.sum();
    }
}
