package parley.chatd.dialect.irc;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.protocol.Event.Said;
import parley.protocol.Event.Told;
import parley.protocol.Event.ToldRole;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.Pieces;

/**
 * How messages are spelt: a line, or if they have several or are too long for one, several, which are a batch for those
 * who understand that (IRCv3 draft/multiline). Any thread.
 */
final class MessageLines {

    /** What a message begins with that says what its author does (XEP-0245, and what clients of all kinds take). */
    private static final String ACTION = "/me ";
    private static final String CTCP_ACTION = "\u0001ACTION ";
    private static final char CTCP = '\u0001';
    private static final Pattern LINE_END = Pattern.compile("\r\n|\n|\r");
    private static final String CONCAT = "draft/multiline-concat";

    private final IrcNetwork network;
    private final Set<Cap> caps;
    private final EventLines events;

    MessageLines(IrcNetwork network, Set<Cap> caps, EventLines events) {
        this.network = network;
        this.caps = caps;
        this.events = events;
    }

    /** A message on its way: to whom, and what is said of it besides its text. */
    private record Message(String from, String verb, String to, @Nullable String id, UnaryOperator<IrcLine> tags) {
    }

    /** Something said in a room. Another may have the nick of who said it in the past. */
    List<IrcLine> said(Said said) {
        String id = caps.contains(Cap.MESSAGE_TAGS) ? MessageId.write(said) : null;
        return spell(said.text(), new Message(said.from(), verb(said.notice()), said.room(), id,
                line -> said.past()
                        ? events.timed(line, said.at())
                        : events.by(said.from(), events.timed(line, said.at()))));
    }

    /** Something said to one person alone. */
    List<IrcLine> told(Told told, String to) {
        return spell(told.text(), new Message(told.from(), verb(told.notice()), to, null,
                line -> events.by(told.from(), events.timed(line, told.at()))));
    }

    /** Something said to those in a room who have a role. */
    List<IrcLine> told(ToldRole told) {
        return spell(told.text(), new Message(told.from(), verb(told.notice()), Signs.of(told.role()) + told.room(),
                null, line -> events.by(told.from(), events.timed(line, told.at()))));
    }

    private static String verb(boolean notice) {
        return notice ? "NOTICE" : "PRIVMSG";
    }

    private List<IrcLine> spell(String text, Message message) {
        int room = Lines.room(network.line(message.from(), message.verb(), message.to()));
        if (text.startsWith(ACTION)) {
            int wrapped = room - CTCP_ACTION.length() - 1;
            return lines(Pieces.of(text.substring(ACTION.length()), wrapped).stream()
                    .map(it -> CTCP_ACTION + it + CTCP).toList(), message);
        }
        List<String> pieces = Pieces.of(text, room);
        return pieces.size() > 1 && caps.contains(Cap.MULTILINE) ? batch(text, room, message) : lines(pieces, message);
    }

    /** A line for each piece; the first has the id. */
    private List<IrcLine> lines(List<String> pieces, Message message) {
        List<IrcLine> lines = new ArrayList<>();
        for (String piece : pieces) {
            IrcLine line = message.tags().apply(line(message, piece));
            lines.add(message.id() != null && lines.isEmpty() ? line.tagged("msgid", message.id()) : line);
        }
        return lines;
    }

    private IrcLine line(Message message, String text) {
        return network.line(message.from(), message.verb(), message.to(), text);
    }

    private List<IrcLine> batch(String text, int room, Message message) {
        String id = network.nextBatch();
        IrcLine first = message.tags().apply(
                network.line(message.from(), "BATCH", "+" + id, "draft/multiline", message.to()));
        List<IrcLine> lines = new ArrayList<>(
                List.of(message.id() == null ? first : first.tagged("msgid", message.id())));
        for (String line : LINE_END.split(text, -1)) {
            List<String> pieces = line.isEmpty() ? List.of("") : Pieces.of(line, room);
            for (int i = 0; i < pieces.size(); i++) {
                IrcLine piece = line(message, pieces.get(i)).tagged("batch", id);
                lines.add(i == 0 ? piece : piece.tagged(CONCAT, ""));
            }
        }
        lines.add(network.line(message.from(), "BATCH", "-" + id));
        return lines;
    }

    /** What somebody said, as everybody knows it. */
    static String text(String text) {
        if (!text.startsWith(CTCP_ACTION)) {
            return text;
        }
        String action = text.substring(CTCP_ACTION.length());
        return ACTION + (action.endsWith(String.valueOf(CTCP)) ? action.substring(0, action.length() - 1) : action);
    }
}
