package parley.chatd.dialect.irc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.chatd.core.View.Place;
import parley.protocol.Cursor;
import parley.protocol.Event.Refused;
import parley.protocol.Event.Said;
import parley.protocol.Refusal;
import parley.protocol.irc.IrcLine;

/** CHATHISTORY (IRCv3 draft): the messages of a room before, after, around or between what a client names. */
final class ChatHistory {

    private static final int LEAST_WITH_LIMIT = 4;
    private static final String TIMESTAMP = "timestamp=";

    private ChatHistory() {
    }

    static void chathistory(IrcSession client, IrcLine line) {
        String subcommand = line.params().getFirst().toUpperCase(Locale.ROOT);
        try {
            int points = switch (subcommand) {
                case "LATEST", "BEFORE", "AFTER", "AROUND" -> 1;
                case "BETWEEN", "TARGETS" -> 2;
                default -> throw new Wrong("INVALID_PARAMS", "there is no such subcommand", subcommand);
            };
            boolean targets = subcommand.equals("TARGETS");
            int least = LEAST_WITH_LIMIT + points - 1 - (targets ? 1 : 0);
            if (line.params().size() < least) {
                throw new Wrong("NEED_MORE_PARAMS", "there are parameters missing", subcommand);
            }
            int limit = limit(client, subcommand, line.params().get(least - 1));
            if (targets) {
                targets(client, line.params().get(1), line.params().get(2), limit);
            } else {
                answer(client, subcommand, line, limit);
            }
        } catch (Wrong e) {
            client.session().perform(() -> client.send(e.line(client)));
        }
    }

    private static int limit(IrcSession client, String subcommand, String text) throws Wrong {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new Wrong("INVALID_PARAMS", "a limit is a number of messages", subcommand, text);
        }
        return Math.min(Integer.parseInt(text), client.network().chat().settings().limits().recall());
    }

    private static void answer(IrcSession client, String subcommand, IrcLine line, int limit) throws Wrong {
        String target = line.params().get(1);
        String room = client.view().room(target).filter(Place::isInside).map(Place::name)
                .orElseThrow(() -> new Wrong("INVALID_TARGET", "you are not in such a room", subcommand, target));
        Past past = new Past(client, subcommand, room);
        String first = line.params().get(2);
        List<Said> messages = switch (subcommand) {
            case "LATEST" -> past.latest(first, limit);
            case "BEFORE" -> past.before(first, limit);
            case "AFTER" -> past.after(first, limit);
            case "AROUND" -> past.around(first, limit);
            default -> past.between(first, line.params().get(3), limit);
        };
        List<IrcLine> lines = messages.stream()
                .flatMap(said -> client.encoding().lines.lines(said, false).stream()).toList();
        send(client, lines, "chathistory", room);
    }

    /** The rooms in which something was said between two times, by when it was last. */
    private static void targets(IrcSession client, String one, String other, int limit) throws Wrong {
        Instant from = time("TARGETS", one);
        Instant to = time("TARGETS", other);
        List<Said> last = new ArrayList<>();
        for (Place place : client.view().seats()) {
            last.addAll(new Past(client, "TARGETS", place.name()).recall(null, null, 1));
        }
        Instant earlier = from.isBefore(to) ? from : to;
        Instant later = from.isBefore(to) ? to : from;
        List<IrcLine> lines = last.stream().filter(it -> it.at().isAfter(earlier) && it.at().isBefore(later))
                .sorted(Comparator.comparing(Said::at)).limit(limit)
                .map(it -> IrcLine.of("CHATHISTORY", "TARGETS", it.room(), EventLines.time(it.at()))
                        .from(client.network().name()))
                .toList();
        send(client, lines, "draft/chathistory-targets");
    }

    private static void send(IrcSession client, List<IrcLine> lines, String... type) {
        List<IrcLine> all = client.has(Cap.BATCH) ? Batches.of(client, client.nextBatch(), lines, type) : lines;
        client.session().perform(() -> client.send(all));
    }

    /** The time that a client names. */
    static Instant time(String subcommand, String point) throws Wrong {
        if (!point.startsWith(TIMESTAMP)) {
            throw new Wrong("INVALID_MSGREFTYPE", "a message is named by msgid= or timestamp=", subcommand, point);
        }
        return time(point).orElseThrow(
                () -> new Wrong("INVALID_PARAMS", "a time is like 2026-01-31T12:00:00.000Z", subcommand, point));
    }

    /** The time that is written like {@code timestamp=2026-01-31T12:00:00.000Z}. */
    static Optional<Instant> time(String point) {
        return point.startsWith(TIMESTAMP)
                ? new Cursor(point.substring(TIMESTAMP.length())).time()
                : Optional.empty();
    }

    /** What is wrong with a question. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        private final String code;
        private final String[] context;

        Wrong(String code, String sentence, String... context) {
            super(sentence, null, false, false);
            this.code = code;
            this.context = context;
        }

        static Wrong of(@Nullable Refused refused, String subcommand, String room) {
            String sentence = refused == null ? "the history cannot be read" : refused.text();
            boolean unknown = refused != null && refused.why() == Refusal.CURSOR_INVALID;
            return new Wrong(unknown ? "INVALID_PARAMS" : "MESSAGE_ERROR", sentence, subcommand, room);
        }

        IrcLine line(IrcSession client) {
            List<String> params = new ArrayList<>(List.of("CHATHISTORY", code));
            Arrays.stream(context)
                    .map(word -> word.isEmpty() || word.startsWith(":") || word.indexOf(' ') >= 0 ? "*" : word)
                    .forEach(params::add);
            params.add(String.valueOf(getMessage()));
            return IrcLine.of("FAIL", params.toArray(String[]::new)).from(client.network().name());
        }
    }
}
