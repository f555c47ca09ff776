package parley.protocol.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parley.protocol.Command;
import parley.protocol.Command.Hello;
import parley.protocol.Command.Invite;
import parley.protocol.Command.Join;
import parley.protocol.Command.Kick;
import parley.protocol.Command.Leave;
import parley.protocol.Command.Lift;
import parley.protocol.Command.Ping;
import parley.protocol.Command.Quit;
import parley.protocol.Command.Recall;
import parley.protocol.Command.Rename;
import parley.protocol.Command.Restrict;
import parley.protocol.Command.Restrictions;
import parley.protocol.Command.Rooms;
import parley.protocol.Command.Say;
import parley.protocol.Command.Search;
import parley.protocol.Command.SetRole;
import parley.protocol.Command.SetRoom;
import parley.protocol.Command.SetTopic;
import parley.protocol.Command.Status;
import parley.protocol.Command.Sync;
import parley.protocol.Command.Tell;
import parley.protocol.Command.TellRole;
import parley.protocol.Command.Who;
import parley.protocol.Command.WhoIs;
import parley.protocol.Cursor;
import parley.protocol.Password;
import parley.protocol.Refusal;
import parley.protocol.Request;
import parley.protocol.Restriction;
import parley.protocol.Role;
import parley.protocol.text.TimeSpan;

/** The spelling of commands: one table to read them, one switch to write them. */
final class CommandSpelling {

    /** Reads the fields of one verb. */
    private interface Verb {
        Command read(Fields fields) throws Unreadable;
    }

    private static final Map<String, Verb> VERBS = new LinkedHashMap<>();

    static {
        VERBS.put("hello", f -> new Hello(f.text("nick"), f.passwordOrNull("password"), f.flag("echo"), cursors(f)));
        VERBS.put("join", f -> new Join(f.text("room"), f.passwordOrNull("key")));
        VERBS.put("leave", f -> new Leave(f.text("room"), f.textOrNull("why")));
        VERBS.put("say", f -> new Say(f.text("room"), f.text("text"), f.flag("notice")));
        VERBS.put("tell", CommandSpelling::tell);
        VERBS.put("nick", f -> new Rename(f.text("nick")));
        VERBS.put("topic", f -> new SetTopic(f.text("room"), f.text("text")));
        VERBS.put("who", f -> new Who(f.text("room")));
        VERBS.put("rooms", f -> new Rooms());
        VERBS.put("history", CommandSpelling::recall);
        VERBS.put("search",
                f -> new Search(f.text("room"), f.text("text"), f.count("limit", Recall.DEFAULT_LIMIT)));
        VERBS.put("whois", f -> new WhoIs(f.text("nick")));
        VERBS.put("invite", f -> new Invite(f.text("room"), f.text("nick")));
        VERBS.put("kick", f -> new Kick(f.textOrNull("room"), f.text("nick"), f.textOrNull("why")));
        for (Restriction kind : Restriction.values()) {
            VERBS.put(kind.wireName(), f -> restrict(kind, f));
            VERBS.put("un" + kind.wireName(), f -> new Lift(kind, f.textOrNull("room"), Moderation.target(f)));
        }
        VERBS.put("restrictions", f -> new Restrictions(f.textOrNull("room")));
        VERBS.put("role", f -> new SetRole(f.text("room"), f.text("nick"), f.word("role", Role.class)));
        VERBS.put("room", f -> new SetRoom(f.text("room"), Moderation.change(f)));
        VERBS.put("sync", f -> new Sync());
        VERBS.put("ping", f -> new Ping());
        VERBS.put("status", f -> new Status());
        VERBS.put("quit", f -> new Quit(f.textOrNull("why")));
    }

    private CommandSpelling() {
    }

    static String write(Request request) {
        LineWriter line = switch (request.command()) {
            case Hello c -> verb("hello").put("nick", c.nick()).put("password", text(c.password()))
                    .flag("echo", c.echo()).put("resume", values(c.resume()));
            case Join c -> verb("join").put("room", c.room()).put("key", text(c.key()));
            case Leave c -> verb("leave").put("room", c.room()).put("why", c.why());
            case Say c -> verb("say").put("room", c.room()).put("text", c.text()).flag("notice", c.notice());
            case Tell c -> verb("tell").put("to", c.to()).put("text", c.text()).flag("notice", c.notice());
            case TellRole c -> verb("tell").put("room", c.room()).put("role", c.role().wireName()).put("text", c.text())
                    .flag("notice", c.notice());
            case Rename c -> verb("nick").put("nick", c.nick());
            case SetTopic c -> verb("topic").put("room", c.room()).put("text", c.text());
            case Who c -> verb("who").put("room", c.room());
            case Rooms c -> verb("rooms");
            case Recall c -> verb("history").put("room", c.room()).put("after", value(c.after()))
                    .put("before", value(c.before())).put("limit", c.limit());
            case Search c ->
                verb("search").put("room", c.room()).put("text", c.text()).put("limit", c.limit());
            case WhoIs c -> verb("whois").put("nick", c.nick());
            case Invite c -> verb("invite").put("room", c.room()).put("nick", c.nick());
            case Kick c -> verb("kick").put("room", c.room()).put("nick", c.nick()).put("why", c.why());
            case Restrict c -> Moderation.put(verb(c.kind().wireName()).put("room", c.room()), c.target())
                    .put("for", c.length() == null ? null : TimeSpan.write(c.length())).put("why", c.why());
            case Lift c -> Moderation.put(verb("un" + c.kind().wireName()).put("room", c.room()), c.target());
            case Restrictions c -> verb("restrictions").put("room", c.room());
            case SetRole c -> verb("role").put("room", c.room()).put("nick", c.nick())
                    .put("role", c.role().wireName());
            case SetRoom c -> Moderation.put(verb("room").put("room", c.room()), c.change());
            case Sync c -> verb("sync");
            case Ping c -> verb("ping");
            case Status c -> verb("status");
            case Quit c -> verb("quit").put("why", c.why());
        };
        return line.put("ref", request.ref()).line();
    }

    /** To one nick, or to those in a room who have a role. */
    private static Command tell(Fields fields) throws Unreadable {
        Role role = fields.wordOrNull("role", Role.class);
        return role == null
                ? new Tell(fields.text("to"), fields.text("text"), fields.flag("notice"))
                : new TellRole(fields.text("room"), role, fields.text("text"), fields.flag("notice"));
    }

    private static Restrict restrict(Restriction kind, Fields fields) throws Unreadable {
        return new Restrict(kind, fields.textOrNull("room"), Moderation.target(fields), fields.timeSpanOrNull("for"),
                fields.textOrNull("why"));
    }

    private static @Nullable String text(@Nullable Password password) {
        return password == null ? null : password.text();
    }

    private static LineWriter verb(String verb) {
        return new LineWriter("do", verb);
    }

    private static @Nullable String value(@Nullable Cursor cursor) {
        return cursor == null ? null : cursor.value();
    }

    static ReadRequest read(String line) {
        String ref = null;
        try {
            Fields fields = Fields.of(line);
            ref = ref(fields);
            return new ReadRequest.Understood(new Request(ref, verbOf(fields).read(fields)));
        } catch (Unreadable e) {
            return new ReadRequest.NotUnderstood(ref, e.refused());
        }
    }

    private static @Nullable String ref(Fields fields) throws Unreadable {
        String ref = fields.textOrNull("ref");
        if (ref != null && ref.length() > Request.MAX_REF_LENGTH) {
            throw new Unreadable(Refusal.FIELD_INVALID, "ref",
                    "\"ref\" has " + ref.length() + " characters; at most " + Request.MAX_REF_LENGTH + " are allowed");
        }
        return ref;
    }

    private static Verb verbOf(Fields fields) throws Unreadable {
        String name = fields.text("do");
        Verb verb = VERBS.get(name);
        if (verb == null) {
            throw new Unreadable(Refusal.UNKNOWN_COMMAND, name,
                    "there is no command \"" + name + "\"; there are " + String.join(", ", VERBS.keySet()));
        }
        return verb;
    }

    private static Command recall(Fields fields) throws Unreadable {
        Cursor after = cursor(fields, "after");
        Cursor before = cursor(fields, "before");
        if (after != null && before != null) {
            throw new Unreadable(Refusal.FIELD_INVALID, "before", "give \"after\" or \"before\", not both");
        }
        return new Recall(fields.text("room"), after, before, fields.count("limit", Recall.DEFAULT_LIMIT));
    }

    private static Map<String, Cursor> cursors(Fields fields) throws Unreadable {
        Map<String, Cursor> cursors = new LinkedHashMap<>();
        fields.textByName("resume").forEach((room, cursor) -> cursors.put(room, new Cursor(cursor)));
        return cursors;
    }

    private static Map<String, String> values(Map<String, Cursor> cursors) {
        Map<String, String> values = new TreeMap<>();
        cursors.forEach((room, cursor) -> values.put(room, cursor.value()));
        return values;
    }

    private static @Nullable Cursor cursor(Fields fields, String name) throws Unreadable {
        String value = fields.textOrNull(name);
        return value == null ? null : new Cursor(value);
    }
}
