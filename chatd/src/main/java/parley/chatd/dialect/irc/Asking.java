package parley.chatd.dialect.irc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.Event.Refused;
import parley.protocol.Event.Said;
import parley.protocol.irc.IrcLine;

/** What a client has asked for, and how the answers are spelt. Asked on the connection's thread; answers come on any. */
final class Asking {

    /** A command on its way. */
    private record Asked(String verb, String about, Reply reply) {
    }

    private final IrcSession client;
    private final Map<String, Asked> asked = new ConcurrentHashMap<>();
    /** Marks in a room's history are kept, so that no other connection may use the same. */
    private final String mark = Long.toString(System.nanoTime(), Character.MAX_RADIX) + "-";
    private long lastRef;
    private volatile @Nullable Refused refusal;
    /** The part of the history that is being read; null mostly. */
    private volatile @Nullable List<Said> recalled;

    Asking(IrcSession client) {
        this.client = client;
    }

    void ask(String verb, String about, Command command, Reply reply) {
        String ref = mark + Long.toString(++lastRef, Character.MAX_RADIX);
        asked.put(ref, new Asked(verb, about, reply));
        client.session().execute(ref, command);
    }

    /** The lines of an answer. */
    List<IrcLine> spell(String ref, Event.Answer answer) {
        Asked question = asked.remove(ref);
        if (question == null) {
            return List.of();
        }
        if (!(answer instanceof Refused refused)) {
            return question.reply().spell(answer);
        }
        refusal = refused;
        boolean isAnswered = !question.verb().equals("NOTICE");
        return isAnswered ? Refusals.spell(client, question.verb(), question.about(), refused) : List.of();
    }

    /** Why it was last refused something; null if it never was. */
    @Nullable Refused refusal() {
        return refusal;
    }

    /**
     * Asks for a part of a room's history.
     *
     * @return the messages, oldest first; empty if it was {@linkplain #refusal refused}
     */
    Optional<List<Said>> recall(Command.Recall recall) {
        List<Said> messages = new ArrayList<>();
        recalled = messages;
        refusal = null;
        client.session().execute(null, recall);
        recalled = null;
        return refusal == null ? Optional.of(messages) : Optional.empty();
    }

    /** Takes what comes of that. */
    void take(Event event) {
        List<Said> messages = recalled;
        if (messages != null && event instanceof Said said) {
            messages.add(said);
        } else if (messages != null && event instanceof Refused refused) {
            refusal = refused;
        }
    }
}
