package parley.protocol.client.irc;

import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.Cursor;
import parley.protocol.Event;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.Source;

/** What lines say that somebody did. It keeps account of who is where, for those who quit or take another nick. */
final class Happenings {

    private static final String CTCP = "\u0001";
    private static final String ACTION = CTCP + "ACTION ";

    private final Support support;
    private final Channels channels;
    private final InstantSource clock;

    Happenings(Support support, Channels channels, InstantSource clock) {
        this.support = support;
        this.channels = channels;
        this.clock = clock;
    }

    /**
     * What the line says; empty if it is of a kind that tells of nobody's doings.
     *
     * @param nick the client's own
     * @param past whether it comes from a room's history
     */
    Optional<List<Event>> read(IrcLine line, String nick, boolean past) {
        String from = line.source() == null ? "" : Source.read(line.source()).name();
        String first = Objects.requireNonNullElse(line.param(0), "");
        String last = line.params().isEmpty() ? "" : line.params().getLast();
        return switch (line.verb()) {
            case "JOIN" -> Optional.of(joined(first, from, nick));
            case "PART" -> Optional.of(left(first, from, second(line), nick));
            case "QUIT" -> Optional.of(quit(from, first));
            case "NICK" -> Optional.of(renamed(from, first));
            case "PRIVMSG", "NOTICE" -> Optional.of(said(line, from, first, last, past));
            case "TOPIC" -> Optional.of(List.of(new Event.TopicSet(first, from, last, at(line))));
            case "KICK" -> Optional.of(kicked(line, first, from, nick));
            case "KILL" -> Optional.of(List.of(new Event.Kicked(null, first, from, last)));
            case "INVITE" -> Optional.of(List.of(new Event.Invited(last, first, from)));
            case "MODE" -> Optional.of(support.isChannel(first)
                    ? Modes.events(first, from, line.params().subList(1, line.params().size()), at(line), support)
                    : List.of());
            case "AWAY", "ACCOUNT", "CHGHOST", "SETNAME", "WALLOPS", "TAGMSG", "BATCH" -> Optional.of(List.of());
            default -> Optional.empty();
        };
    }

    private static String second(IrcLine line) {
        return Objects.requireNonNullElse(line.param(1), "");
    }

    boolean same(String one, String other) {
        return support.fold(one).equals(support.fold(other));
    }

    private List<Event> joined(String room, String from, String nick) {
        if (same(from, nick)) {
            channels.enter(room);
        }
        channels.join(room, from);
        return List.of(new Event.Joined(room, from));
    }

    private List<Event> left(String room, String from, String why, String nick) {
        if (same(from, nick)) {
            channels.leave(room);
        } else {
            channels.part(room, from);
        }
        return List.of(new Event.Left(room, from, Reason.of(why)));
    }

    private List<Event> quit(String from, String why) {
        return channels.quit(from).stream().<Event>map(room -> new Event.Left(room, from, Reason.of(why))).toList();
    }

    private List<Event> renamed(String from, String to) {
        channels.rename(from, to);
        return List.of(new Event.Renamed(from, to));
    }

    private List<Event> kicked(IrcLine line, String room, String from, String nick) {
        String whom = second(line);
        String reason = Objects.requireNonNullElse(line.param(2), "");
        String why = reason.equals(from) ? "" : reason; // who gives none is given as one (RFC 2812, section 3.2.8)
        if (same(whom, nick)) {
            channels.leave(room);
        } else {
            channels.part(room, whom);
        }
        return List.of(new Event.Kicked(room, whom, from, why));
    }

    /** What a server says itself is no message of anybody's: its source has no user, but a dot. */
    private List<Event> said(IrcLine line, String from, String target, String text, boolean past) {
        if (from.isEmpty() || (from.indexOf('.') >= 0 && line.source() != null && line.source().equals(from))) {
            return List.of();
        }
        String words = words(text);
        if (words.isEmpty() && !text.isEmpty()) {
            return List.of(); // a question of one program to another
        }
        boolean notice = line.verb().equals("NOTICE");
        Optional<Event> told = support.status(target)
                .map(role -> new Event.ToldRole(target.substring(1), role, from, words, at(line), notice));
        return List.of(told.orElseGet(() -> support.isChannel(target)
                ? new Event.Said(target, cursor(line), from, words, at(line), past, notice)
                : new Event.Told(from, words, at(line), notice)));
    }

    /** An action is told as who does it types it; of other CTCP nothing is told. */
    private static String words(String text) {
        if (!text.startsWith(CTCP)) {
            return text;
        }
        String end = text.endsWith(CTCP) && text.length() > 1 ? text.substring(0, text.length() - 1) : text;
        return end.startsWith(ACTION) ? "/me " + end.substring(ACTION.length()) : "";
    }

    private static Cursor cursor(IrcLine line) {
        String id = line.tags().get("msgid");
        return id == null ? Cursor.NONE : new Cursor(id);
    }

    private Instant at(IrcLine line) {
        @Nullable String time = line.tags().get("time");
        try {
            return time == null ? clock.instant() : Instant.parse(time);
        } catch (DateTimeParseException e) {
            return clock.instant();
        }
    }
}
