package parley.chatd.core;

import java.util.concurrent.atomic.LongAdder;

/** What has happened since the server began. Any thread counts, at the cost of an addition, and any thread reads. */
public final class Counts {

    private final LongAdder messages = new LongAdder();

    /** One more message was committed. */
    void message() {
        messages.increment();
    }

    /** Messages that were committed, in all rooms. */
    public long messages() {
        return messages.sum();
    }
}
