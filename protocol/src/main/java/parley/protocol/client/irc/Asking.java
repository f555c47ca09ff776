package parley.protocol.client.irc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.protocol.Access;
import parley.protocol.Command;
import parley.protocol.Cursor;
import parley.protocol.Password;
import parley.protocol.Refusal;
import parley.protocol.Restriction;
import parley.protocol.RoomChange;
import parley.protocol.Target;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.ListMode;
import parley.protocol.irc.Masks;
import parley.protocol.irc.Pieces;

/** Spells commands, but for the first, which is a conversation of its own: {@link Registration}. */
final class Asking {

    /** What the server puts before a message when it passes it on: a source, of which only the server knows the host. */
    private static final int SOURCE_BYTES = 110;

    /** The command cannot be said in IRC, or not to this server. */
    static final class Unspeakable extends Exception {
        private static final long serialVersionUID = 1L;
        private final Refusal why;

        Unspeakable(Refusal why, String sentence) {
            super(sentence);
            this.why = why;
        }

        Refusal why() {
            return why;
        }
    }

    private final Support support;
    private final Capabilities capabilities;

    Asking(Support support, Capabilities capabilities) {
        this.support = support;
        this.capabilities = capabilities;
    }

    List<IrcLine> lines(Command command) throws Unspeakable {
        try {
            return spell(command);
        } catch (IllegalArgumentException e) {
            throw new Unspeakable(isText(command) ? Refusal.TEXT_INVALID : Refusal.FIELD_INVALID,
                    "IRC cannot say this: " + e.getMessage());
        }
    }

    private static boolean isText(Command command) {
        return command instanceof Command.Say || command instanceof Command.Tell || command instanceof Command.TellRole
                || command instanceof Command.SetTopic;
    }

    private List<IrcLine> spell(Command command) throws Unspeakable {
        return switch (command) {
            case Command.Join it -> List.of(line("JOIN", it.room(), it.key() == null ? null : it.key().text()));
            case Command.Leave it -> List.of(line("PART", it.room(), it.why()));
            case Command.Say it -> message(it.room(), it.text(), it.notice());
            case Command.Tell it -> message(it.to(), it.text(), it.notice());
            case Command.TellRole it -> message(support.sign(it.role()).orElseThrow(() -> unspoken(
                    "tell something to the " + it.role().all() + " of a room")) + it.room(), it.text(), it.notice());
            case Command.Rename it -> List.of(line("NICK", it.nick()));
            case Command.SetTopic it -> List.of(line("TOPIC", it.room(), it.text()));
            case Command.Who it -> List.of(line("NAMES", it.room()));
            case Command.Rooms it -> List.of(line("LIST"));
            case Command.Recall it -> List.of(recall(it));
            case Command.Search it -> throw unspoken("search a room's history");
            case Command.Status it -> throw unspoken("ask how the server is");
            case Command.Sync it -> List.of();
            case Command.Ping it -> List.of();
            case Command.Invite it -> List.of(line("INVITE", it.nick(), it.room()));
            case Command.Kick it -> List.of(it.room() == null
                    ? line("KILL", it.nick(), it.why() == null ? "" : it.why())
                    : line("KICK", it.room(), it.nick(), it.why()));
            case Command.Restrict it -> List.of(restrict("+", it.kind(), it.room(), it.target()));
            case Command.Lift it -> List.of(restrict("-", it.kind(), it.room(), it.target()));
            case Command.Restrictions it -> lists(room(it.room()));
            case Command.SetRole it -> List.of(role(it));
            case Command.SetRoom it -> List.of(modes(it.room(), it.change()));
            case Command.WhoIs it -> List.of(line("WHOIS", it.nick()));
            case Command.Quit it -> List.of(line("QUIT", it.why()));
            case Command.Hello it -> throw new IllegalStateException("registration is a conversation of its own");
        };
    }

    /** A line whose last parameters are left out if they are null. */
    private static IrcLine line(String verb, @Nullable String... params) {
        List<String> given = new ArrayList<>();
        for (String param : params) {
            if (param != null) {
                given.add(param);
            }
        }
        return new IrcLine(Map.of(), null, verb, given);
    }

    private static Unspeakable unspoken(String deed) {
        return new Unspeakable(Refusal.UNKNOWN_COMMAND, "there is no way to " + deed + " over IRC");
    }

    /** A message of several lines is several messages, and so is one that is longer than the server passes on. */
    private List<IrcLine> message(String target, String text, boolean notice) {
        String verb = notice ? "NOTICE" : "PRIVMSG";
        int room = support.lineLength() - SOURCE_BYTES - "PRIVMSG  :\r\n".length() - target.length();
        List<IrcLine> lines = new ArrayList<>();
        Pieces.of(text, Math.max(room, 1)).forEach(piece -> lines.add(line(verb, target, piece)));
        if (lines.isEmpty()) {
            lines.add(line(verb, target, "")); // the server says what is wrong with that
        }
        return lines;
    }

    private IrcLine recall(Command.Recall recall) throws Unspeakable {
        if (!capabilities.has(Capabilities.HISTORY)) {
            throw new Unspeakable(Refusal.UNKNOWN_COMMAND, "this server keeps no history that IRC could ask for");
        }
        String limit = Integer.toString(recall.limit());
        if (recall.after() != null) {
            return line("CHATHISTORY", "AFTER", recall.room(), selector(recall.after()), limit);
        }
        return recall.before() == null
                ? line("CHATHISTORY", "LATEST", recall.room(), "*", limit)
                : line("CHATHISTORY", "BEFORE", recall.room(), selector(recall.before()), limit);
    }

    private static String selector(Cursor cursor) {
        return "msgid=" + cursor.value();
    }

    private IrcLine restrict(String sign, Restriction kind, @Nullable String room, Target target)
            throws Unspeakable {
        char letter = ListMode.of(kind).letter();
        if (support.list(letter).isEmpty()) {
            throw new Unspeakable(Refusal.UNKNOWN_COMMAND, "this server has no " + kind.noun() + "s");
        }
        if (target instanceof Target.ByAccount && !support.takesAccounts()) {
            throw new Unspeakable(Refusal.FIELD_INVALID,
                    "this server takes nicks and addresses for masks, not " + target.words());
        }
        return line("MODE", room(room), sign + letter, Masks.write(target));
    }

    /** Each list is asked for by itself: not everybody may see each. */
    private List<IrcLine> lists(String room) {
        return Arrays.stream(ListMode.values()).filter(mode -> support.list(mode.letter()).isPresent())
                .map(mode -> line("MODE", room, "+" + mode.letter())).toList();
    }

    private static String room(@Nullable String room) throws Unspeakable {
        if (room == null) {
            throw unspoken("keep somebody from the whole server");
        }
        return room;
    }

    private static IrcLine role(Command.SetRole it) throws Unspeakable {
        return switch (it.role()) {
            case OPERATOR -> line("MODE", it.room(), "+o", it.nick());
            case VOICE -> line("MODE", it.room(), "+v", it.nick());
            case NONE -> line("MODE", it.room(), "-ov", it.nick(), it.nick());
            case MEMBER -> throw unspoken("make somebody a member who always may enter");
        };
    }

    private static IrcLine modes(String room, RoomChange change) throws Unspeakable {
        if (change.access() == Access.MEMBERS_ONLY) {
            throw unspoken("keep a room for its members");
        }
        StringBuilder modes = new StringBuilder();
        List<String> params = new ArrayList<>();
        flag('i', change.access() == null ? null : change.access() == Access.INVITE_ONLY, modes);
        flag('m', change.moderated(), modes);
        flag('t', change.topicLocked(), modes);
        flag('s', change.hidden(), modes);
        if (change.limit() != null) {
            flag('l', change.limit() > 0, modes);
            if (change.limit() > 0) {
                params.add(change.limit().toString());
            }
        }
        Password key = change.key();
        if (key != null) {
            flag('k', !key.text().isEmpty(), modes);
            params.add(key.text().isEmpty() ? "*" : key.text());
        }
        params.addFirst(modes.toString());
        params.addFirst(room);
        return new IrcLine(Map.of(), null, "MODE", params);
    }

    private static void flag(char mode, @Nullable Boolean set, StringBuilder modes) {
        if (set != null) {
            modes.append(set ? '+' : '-').append(mode);
        }
    }
}
