package parley.chatd.dialect.irc;

import java.util.ArrayList;
import java.util.List;
import parley.protocol.irc.IrcLine;

/**
 * The answer to a line with a label, as it comes together (IRCv3 labeled-response): nothing is an ACK, one line has the
 * label, and several are a batch that has it. Any thread.
 */
final class Labelled {

    private static final String TAG = "label";

    private final String label;
    private final List<IrcLine> lines = new ArrayList<>();

    Labelled(String label) {
        this.label = label;
    }

    synchronized void add(List<IrcLine> more) {
        lines.addAll(more);
    }

    synchronized boolean isEmpty() {
        return lines.isEmpty();
    }

    /** The whole answer, if something was answered. */
    synchronized List<IrcLine> answer(IrcSession client) {
        return answer(client, lines);
    }

    /** These lines as the whole answer. */
    List<IrcLine> answer(IrcSession client, List<IrcLine> all) {
        if (all.size() <= 1) {
            return all.stream().map(line -> Batches.first(TAG, label, line)).toList();
        }
        List<IrcLine> batch = new ArrayList<>(Batches.of(client, client.nextBatch(), all, "labeled-response"));
        batch.set(0, Batches.first(TAG, label, batch.getFirst()));
        return batch;
    }

    /** That it was done, and that there is nothing to say. */
    IrcLine acknowledgement(IrcSession client) {
        return IrcLine.of("ACK").from(client.network().name()).tagged(TAG, label);
    }
}
