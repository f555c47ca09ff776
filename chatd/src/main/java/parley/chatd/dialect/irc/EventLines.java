package parley.chatd.dialect.irc;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.chatd.core.Shared;
import parley.protocol.Event;
import parley.protocol.Event.Invited;
import parley.protocol.Event.Joined;
import parley.protocol.Event.Kicked;
import parley.protocol.Event.Left;
import parley.protocol.Event.Lifted;
import parley.protocol.Event.Renamed;
import parley.protocol.Event.Restricted;
import parley.protocol.Event.RoleSet;
import parley.protocol.Event.RoomChanged;
import parley.protocol.Event.Said;
import parley.protocol.Event.ToldRole;
import parley.protocol.Event.TopicSet;
import parley.protocol.irc.IrcLine;

/** How what happens in a room is spelt for those who have these capabilities. Any thread. */
final class EventLines {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final IrcNetwork network;
    private final Set<Cap> caps;
    private final MessageLines messages;

    EventLines(IrcNetwork network, Set<Cap> caps) {
        this.network = network;
        this.caps = caps;
        this.messages = new MessageLines(network, caps, this);
    }

    /** How messages are spelt. */
    MessageLines messages() {
        return messages;
    }

    /** @param goodbye as {@link Shared#isGoodbye} has it */
    List<IrcLine> lines(Event event, boolean goodbye) {
        return switch (event) {
            case Said e -> messages.said(e);
            case ToldRole e -> messages.told(e);
            case Invited e -> List.of(from(e.from(), "INVITE", e.nick(), e.room()));
            case Joined e -> joined(e);
            case Left e when goodbye -> List.of(from(e.nick(), "QUIT", e.why()));
            case Left e -> List.of(from(e.nick(), "PART", e.room(), e.why()));
            case Renamed e -> renamed(e);
            case TopicSet e -> List.of(from(e.from(), "TOPIC", e.room(), e.text()));
            case Kicked e -> List.of(e.room() == null
                    ? from(e.from(), "WALLOPS", "takes " + e.nick() + " off the server" + because(e.why()))
                    : from(e.from(), "KICK", e.room(), e.nick(), e.why().isEmpty() ? e.from() : e.why()));
            case Restricted e -> List.of(e.room() == null
                    ? from(e.from(), "WALLOPS", "sets a " + e.kind() + " of " + e.target().words()
                            + (e.until() == null ? "" : " until " + e.until()) + because(e.why()))
                    : mode(e.from(), e.room(), ModeLetters.spell(e)));
            case Lifted e -> List.of(e.room() == null
                    ? from(e.from(), "WALLOPS", "ends the " + e.kind() + " of " + e.target().words())
                    : mode(e.from(), e.room(), ModeLetters.spell(e)));
            case RoleSet e -> List.of(mode(e.from(), e.room(), ModeLetters.spell(e)));
            case RoomChanged e -> List.of(mode(e.from(), e.room(), ModeLetters.spell(e.change())));
            default -> List.of();
        };
    }

    private static String because(String why) {
        return why.isEmpty() ? "" : ": " + why;
    }

    private List<IrcLine> joined(Joined joined) {
        String nick = joined.nick();
        IrcLine line = caps.contains(Cap.EXTENDED_JOIN)
                ? from(nick, "JOIN", joined.room(), network.account(nick).orElse("*"), network.realName(nick))
                : from(nick, "JOIN", joined.room());
        Optional<String> away = caps.contains(Cap.AWAY_NOTIFY) ? network.away(nick) : Optional.empty();
        return away.map(why -> List.of(line, from(nick, "AWAY", why))).orElse(List.of(line));
    }

    /** Their host is their nick, and so another. */
    List<IrcLine> renamed(Renamed renamed) {
        IrcLine line = from(renamed.from(), "NICK", renamed.to());
        if (!caps.contains(Cap.CHGHOST)) {
            return List.of(line);
        }
        IrcLine host = from(renamed.to(), "CHGHOST", Sources.user(), renamed.to());
        return List.of(line, host.from(renamed.to() + "!" + Sources.user() + "@" + renamed.from()));
    }

    IrcLine mode(String from, String room, List<String> modes) {
        List<String> params = new ArrayList<>(List.of(room));
        params.addAll(modes);
        return from(from, "MODE", params.toArray(String[]::new));
    }

    /** A line of somebody's, or if that is empty, of the server's, which happens now. */
    IrcLine from(String nick, String verb, String... params) {
        return by(nick, timed(network.line(nick, verb, params), network.now()));
    }

    /** A time as IRCv3 writes it. */
    static String time(Instant at) {
        return TIME.format(at);
    }

    IrcLine timed(IrcLine line, Instant at) {
        return caps.contains(Cap.SERVER_TIME) ? line.tagged("time", time(at)) : line;
    }

    /** A line that tells who somebody is, besides their nick. */
    IrcLine by(String nick, IrcLine line) {
        return bot(nick, account(nick, line));
    }

    private IrcLine bot(String nick, IrcLine line) {
        return caps.contains(Cap.MESSAGE_TAGS) && network.isBot(nick) ? line.tagged("bot", "") : line;
    }

    private IrcLine account(String nick, IrcLine line) {
        return caps.contains(Cap.ACCOUNT_TAG) && !nick.isEmpty()
                ? network.account(nick).map(account -> line.tagged("account", account)).orElse(line)
                : line;
    }
}
