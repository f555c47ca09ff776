package parley.chatd.dialect.irc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parley.protocol.irc.IrcLine;

/**
 * The answer to a line with a label, as it comes together (IRCv3 labeled-response): nothing is an ACK, one line has the
 * label, and several are a batch that has it. Any thread.
 */
final class Labelled {

    private static final String TAG = "label";
    private static final String BATCH = "labeled-response";

    /** The specification allows no longer ones, so that a server's own tags stay within their bound. */
    private static final int MOST_BYTES = 64;

    private final String label;
    private final List<IrcLine> lines = new ArrayList<>();
    /** The name of the batch that it is at any rate; null if its lines say whether it is one. */
    private volatile @Nullable String id;

    Labelled(String label) {
        this.label = label;
    }

    /** The label of a line; null if it has none, or what can be none. */
    static @Nullable String label(IrcLine line) {
        String label = line.tags().get(TAG);
        return label == null || label.isEmpty() || label.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES
                ? null
                : label;
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
        List<IrcLine> batch = new ArrayList<>(Batches.of(client, client.nextBatch(), all, BATCH));
        batch.set(0, Batches.first(TAG, label, batch.getFirst()));
        return batch;
    }

    /** It may go on after it has been begun, so that it is a batch. */
    void makeBatch(String name) {
        id = name;
    }

    boolean isBatch() {
        return id != null;
    }

    /** The beginning of the batch, and what has been answered until now. */
    synchronized List<IrcLine> begin(IrcSession client) {
        String name = Objects.requireNonNull(id);
        List<IrcLine> begun = new ArrayList<>();
        begun.add(Batches.first(TAG, label, Batches.begin(client, name, BATCH)));
        begun.addAll(Batches.within(name, lines));
        return begun;
    }

    /** More of the batch. */
    List<IrcLine> part(List<IrcLine> more) {
        return Batches.within(Objects.requireNonNull(id), more);
    }

    IrcLine end(IrcSession client) {
        return Batches.end(client, Objects.requireNonNull(id));
    }

    /** That it was done, and that there is nothing to say. */
    IrcLine acknowledgement(IrcSession client) {
        return IrcLine.of("ACK").from(client.network().name()).tagged(TAG, label);
    }
}
