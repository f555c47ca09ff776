package parley.chatd.dialect.irc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.chatd.dialect.irc.ChatHistory.Wrong;
import parley.protocol.Command.Recall;
import parley.protocol.Cursor;
import parley.protocol.Event.Said;

/** The history of a room as CHATHISTORY asks for it. */
record Past(IrcSession client, String subcommand, String room) {

    /** The newest ones, or those of them after a point. */
    List<Said> latest(String point, int limit) throws Wrong {
        return point.equals("*") ? recall(null, null, limit) : newest(cursor(point), null, limit);
    }

    List<Said> before(String point, int limit) throws Wrong {
        return recall(null, cursor(point), limit);
    }

    List<Said> after(String point, int limit) throws Wrong {
        return recall(cursor(point), null, limit);
    }

    /** Half of them before the point; what stands there is among the others. */
    List<Said> around(String point, int limit) throws Wrong {
        List<Said> earlier = before(point, Math.max(1, limit / 2)); // one at least, to know where the others begin
        List<Said> all = new ArrayList<>(limit > 1 ? earlier : List.of());
        all.addAll(recall(earlier.isEmpty() ? Cursor.NONE : earlier.getLast().cursor(), null, limit - all.size()));
        return all;
    }

    /** Those nearest to the first point, whichever of the two is the earlier. */
    List<Said> between(String one, String other, int limit) throws Wrong {
        List<Said> forward = recall(cursor(one), cursor(other), limit);
        return forward.isEmpty() ? newest(cursor(other), cursor(one), limit) : forward;
    }

    /** The newest of those between two points, the later of which may be the end. */
    private List<Said> newest(Cursor after, @Nullable Cursor before, int limit) throws Wrong {
        List<Said> first = recall(after, before, 1);
        if (first.isEmpty()) {
            return first;
        }
        List<Said> newest = recall(null, before, limit);
        int begin = newest.stream().map(Said::cursor).toList().indexOf(first.getFirst().cursor());
        return newest.subList(Math.max(0, begin), newest.size());
    }

    /** @param before null for the newest */
    List<Said> recall(@Nullable Cursor after, @Nullable Cursor before, int limit) throws Wrong {
        Optional<List<Said>> messages = client.asking().recall(new Recall(room, after, before, limit));
        if (messages.isEmpty()) {
            throw Wrong.of(client.asking().refusal(), subcommand, room);
        }
        return messages.get();
    }

    private Cursor cursor(String point) throws Wrong {
        if (!point.startsWith("msgid=")) {
            return Cursor.at(ChatHistory.time(subcommand, point));
        }
        return MessageId.read(point.substring("msgid=".length())).map(MessageId::cursor)
                .orElseThrow(() -> new Wrong("INVALID_PARAMS", "this server has no such msgid", subcommand, point));
    }
}
