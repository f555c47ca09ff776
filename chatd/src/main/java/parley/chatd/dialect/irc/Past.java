package parley.chatd.dialect.irc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.chatd.dialect.irc.ChatHistory.Wrong;
import parley.protocol.Command.Recall;
import parley.protocol.Cursor;
import parley.protocol.Event.Said;

/**
 * The history of a room as CHATHISTORY asks for it. The history itself knows cursors only; a time is looked for from its
 * end on.
 */
record Past(IrcSession client, String subcommand, String room) {

    /** So many pages are looked through for a time, at most. */
    private static final int MOST_PAGES = 50;
    private static final int PAGE = 1000;

    /** The newest ones, or those of them after a point. */
    List<Said> latest(String point, int limit) throws Wrong {
        List<Said> newest = recall(null, null, limit);
        if (point.equals("*")) {
            return newest;
        }
        Cursor seen = atOrBefore(point);
        int known = newest.stream().map(Said::cursor).toList().indexOf(seen);
        return newest.subList(known + 1, newest.size());
    }

    List<Said> before(String point, int limit) throws Wrong {
        Cursor first = atOrAfter(point);
        return recall(null, first, limit);
    }

    List<Said> after(String point, int limit) throws Wrong {
        return recall(atOrBefore(point), null, limit);
    }

    /** Half of them before the point; what stands there is among the others. */
    List<Said> around(String point, int limit) throws Wrong {
        List<Said> all = new ArrayList<>(limit > 1 ? before(point, limit / 2) : List.of());
        Cursor last = all.isEmpty() ? beforeEverything(point) : all.getLast().cursor();
        all.addAll(recall(last, null, limit - all.size()));
        return all;
    }

    /** What comes before a point and has nothing before it that was asked for. */
    private Cursor beforeEverything(String point) throws Wrong {
        List<Said> one = recall(null, atOrAfter(point), 1);
        return one.isEmpty() ? Cursor.NONE : one.getLast().cursor();
    }

    /** Those nearest to the first point, whichever of the two is the earlier. */
    List<Said> between(String one, String other, int limit) throws Wrong {
        List<Said> forward = recall(atOrBefore(one), atOrAfter(other), limit);
        if (!forward.isEmpty()) {
            return forward;
        }
        List<Said> backward = recall(null, atOrAfter(one), limit);
        int known = backward.stream().map(Said::cursor).toList().indexOf(atOrBefore(other));
        boolean adjacent = known < 0 && !recall(atOrBefore(other), atOrAfter(one), 1).isEmpty();
        return known >= 0 || adjacent ? backward.subList(known + 1, backward.size()) : List.of();
    }

    /** @param before null for the newest */
    List<Said> recall(@Nullable Cursor after, @Nullable Cursor before, int limit) throws Wrong {
        Optional<List<Said>> messages = client.asking().recall(new Recall(room, after, before, limit));
        if (messages.isEmpty()) {
            throw Wrong.of(client.asking().refusal(), subcommand, room);
        }
        return messages.get();
    }

    /** Where a point is, or else the last message before it; {@link Cursor#NONE} if there is none. */
    private Cursor atOrBefore(String point) throws Wrong {
        Optional<Cursor> named = named(point);
        if (named.isPresent()) {
            return named.get();
        }
        Instant time = ChatHistory.time(subcommand, point);
        List<Said> page = pageWith(time);
        return page.stream().filter(it -> !it.at().isAfter(time)).reduce((earlier, later) -> later).map(Said::cursor)
                .orElse(Cursor.NONE);
    }

    /** Where a point is, or else the first message after it; null if there is none. */
    private @Nullable Cursor atOrAfter(String point) throws Wrong {
        Optional<Cursor> named = named(point);
        if (named.isPresent()) {
            return named.get();
        }
        Instant time = ChatHistory.time(subcommand, point);
        return pageWith(time).stream().filter(it -> !it.at().isBefore(time)).findFirst().map(Said::cursor)
                .orElse(null);
    }

    private Optional<Cursor> named(String point) throws Wrong {
        if (!point.startsWith("msgid=")) {
            return Optional.empty();
        }
        return Optional.of(MessageId.read(point.substring("msgid=".length())).map(MessageId::cursor)
                .orElseThrow(() -> new Wrong("INVALID_PARAMS", "this server has no such msgid", subcommand, point)));
    }

    /** The messages from some that are earlier than a time on, if there are any so early. */
    private List<Said> pageWith(Instant time) throws Wrong {
        List<Said> page = recall(null, null, PAGE);
        List<Said> later = List.of();
        for (int i = 0; i < MOST_PAGES && !page.isEmpty() && !page.getFirst().at().isBefore(time); i++) {
            later = page;
            page = recall(null, page.getFirst().cursor(), PAGE);
        }
        List<Said> both = new ArrayList<>(page);
        both.addAll(later);
        return both;
    }
}
