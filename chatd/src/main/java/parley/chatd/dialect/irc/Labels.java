package parley.chatd.dialect.irc;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parley.protocol.irc.IrcLine;

/**
 * Answers with labels (IRCv3 labeled-response). One at a time: while it comes together, all that the client is told is
 * part of it. Begun on the connection's thread; lines come on any.
 */
final class Labels {

    private final IrcSession client;
    /** What is being answered; null mostly. */
    private volatile @Nullable Labelled answering;
    /** What is still to be answered, by being told of its own deed with the others. */
    private volatile @Nullable Labelled awaited;

    Labels(IrcSession client) {
        this.client = client;
    }

    /** Takes lines that are part of an answer; false if there is none. */
    boolean keeps(List<IrcLine> lines) {
        Labelled open = answering;
        if (open != null) {
            open.add(lines);
        }
        return open != null;
    }

    /** More than one echo may belong to the answer that comes together. */
    void expectSeveral() {
        Labelled open = answering;
        if (open != null) {
            open.makeBatch(client.nextBatch());
        }
    }

    /** Does something that is answered with a label. */
    void answer(String label, Runnable deed) {
        Labelled answer = new Labelled(label);
        answering = answer;
        try {
            deed.run();
            client.session().settle();
        } finally {
            answering = null;
        }
        if (answer.isBatch()) {
            client.send(answer.begin(client));
            awaited = answer;
        } else if (answer.isEmpty()) {
            awaited = answer;
        } else {
            client.send(answer.answer(client));
        }
    }

    /** Its own deed as the answer, or as a part of it, if there has been none; empty if none is wanted. */
    Optional<List<IrcLine>> answerWith(Supplier<List<IrcLine>> lines) {
        Labelled answer = awaited;
        if (answer == null) {
            return Optional.empty();
        }
        if (answer.isBatch()) {
            return Optional.of(answer.part(lines.get()));
        }
        awaited = null;
        return Optional.of(answer.answer(client, lines.get()));
    }

    /** Ends an answer: to which nothing has come, or which is open. */
    void acknowledge() {
        Labelled answer = awaited;
        awaited = null;
        if (answer != null) {
            client.send(answer.isBatch() ? answer.end(client) : answer.acknowledgement(client));
        }
    }
}
