package parley.protocol.json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.Cursor;
import parley.protocol.Delivery;
import parley.protocol.Event;
import parley.protocol.Event.Bye;
import parley.protocol.Event.Done;
import parley.protocol.Event.Gap;
import parley.protocol.Event.Invited;
import parley.protocol.Event.Joined;
import parley.protocol.Event.Kicked;
import parley.protocol.Event.Left;
import parley.protocol.Event.Lifted;
import parley.protocol.Event.Members;
import parley.protocol.Event.Person;
import parley.protocol.Event.Ping;
import parley.protocol.Event.Pong;
import parley.protocol.Event.Refused;
import parley.protocol.Event.Renamed;
import parley.protocol.Event.Restricted;
import parley.protocol.Event.Restrictions;
import parley.protocol.Event.RoleSet;
import parley.protocol.Event.RoomChanged;
import parley.protocol.Event.RoomInfo;
import parley.protocol.Event.RoomList;
import parley.protocol.Event.Said;
import parley.protocol.Event.Status;
import parley.protocol.Event.Told;
import parley.protocol.Event.ToldRole;
import parley.protocol.Event.TopicSet;
import parley.protocol.Event.Welcomed;
import parley.protocol.NotOfThisDialect;
import parley.protocol.Refusal;
import parley.protocol.Restriction;
import parley.protocol.Role;
import parley.protocol.WireName;
import parley.protocol.text.TimeSpan;

/** The spelling of events: one table to read them, one switch to write them. */
final class EventSpelling {

    /** Reads the fields of one kind of event. */
    private interface Kind {
        Event read(Fields fields) throws Unreadable;
    }

    private static final Map<String, Kind> KINDS = new HashMap<>();

    static {
        KINDS.put("welcomed",
                f -> new Welcomed(f.text("nick"), f.text("server"), f.texts("rooms"), f.text("motd", ""),
                        f.textOrNull("account")));
        KINDS.put("done", f -> new Done(f.textOrNull("room"), cursorOrNull(f), f.flag("more")));
        KINDS.put("refused", f -> new Refused(Refusal.named(f.text("why")), f.text("about", ""), f.text("text", ""),
                f.timeSpanOrNull("retry_after")));
        KINDS.put("members", f -> new Members(f.text("room"), f.texts("nicks"), f.words("roles", Role.class)));
        KINDS.put("restrictions", f -> new Restrictions(f.textOrNull("room"), restrictions(f)));
        KINDS.put("person", f -> new Person(f.text("nick"), f.textOrNull("account"), f.flag("operator"),
                f.texts("rooms"), f.time("since"), f.flag("secure"), f.textOrNull("address")));
        KINDS.put("rooms", f -> new RoomList(rooms(f)));
        KINDS.put("pong", f -> new Pong());
        KINDS.put("status", f -> new Status(f.text("server"), f.total("uptime"), f.count("sessions", 0),
                f.count("rooms", 0), f.total("messages"), f.textOrNull("trouble")));
        KINDS.put("bye", f -> new Bye(f.text("why", "")));
        KINDS.put("joined", f -> new Joined(f.text("room"), f.text("nick")));
        KINDS.put("left", f -> new Left(f.text("room"), f.text("nick"), f.text("why", "")));
        KINDS.put("said", f -> new Said(f.text("room"), new Cursor(f.text("cursor")), f.text("from"), f.text("text"),
                f.time("at"), f.flag("past"), f.flag("notice")));
        KINDS.put("gap", f -> new Gap(f.text("room"), new Cursor(f.text("cursor"))));
        KINDS.put("told", EventSpelling::told);
        KINDS.put("renamed", f -> new Renamed(f.text("from"), f.text("to")));
        KINDS.put("topic", f -> new TopicSet(f.text("room"), f.text("from"), f.text("text"), f.timeOrNull("at")));
        KINDS.put("kicked", f -> new Kicked(f.textOrNull("room"), f.text("nick"), f.text("from"), f.text("why", "")));
        for (Restriction kind : Restriction.values()) {
            KINDS.put(kind.past(), f -> restricted(kind, f));
            KINDS.put("un" + kind.past(), f -> lifted(kind, f));
        }
        KINDS.put("role",
                f -> new RoleSet(f.text("room"), f.text("from"), f.text("nick"), f.textOrNull("account"),
                        f.word("role", Role.class)));
        KINDS.put("room", f -> new RoomChanged(f.text("room"), f.text("from"), Moderation.change(f)));
        KINDS.put("invited", f -> new Invited(f.text("room"), f.text("nick", ""), f.text("from")));
        KINDS.put("ping", f -> new Ping());
    }

    private EventSpelling() {
    }

    static String write(Delivery delivery) {
        String re = delivery.re();
        LineWriter line = switch (delivery.event()) {
            case Welcomed e -> on("welcomed", re).put("nick", e.nick()).put("server", e.server())
                    .put("rooms", e.rooms()).put("motd", e.motd()).put("account", e.account());
            case Done e -> on("done", re).put("room", e.room()).put("cursor", value(e.cursor())).flag("more", e.more());
            case Refused e -> on("refused", re).put("why", e.why().wireName())
                    .put("about", e.about().isEmpty() ? null : e.about()).put("text", e.text())
                    .put("retry_after", e.retryAfter() == null ? null : TimeSpan.write(e.retryAfter()));
            case Members e -> on("members", re).put("room", e.room()).put("nicks", e.nicks())
                    .put("roles", Moderation.names(e.roles()));
            case Restrictions e -> restrictions(on("restrictions", re).put("room", e.room()), e.list());
            case Person e -> on("person", re).put("nick", e.nick()).put("account", e.account())
                    .flag("operator", e.operator()).put("rooms", e.rooms()).put("since", Timestamp.write(e.since()))
                    .flag("secure", e.secure()).put("address", e.address());
            case RoomList e -> rooms(on("rooms", re), e.rooms());
            case Pong e -> on("pong", re);
            case Status e -> on("status", re).put("server", e.server()).put("uptime", e.uptime())
                    .put("sessions", e.sessions()).put("rooms", e.rooms()).put("messages", e.messages())
                    .put("trouble", e.trouble());
            case Bye e -> on("bye", re).put("why", e.why());
            case Joined e -> on("joined", re).put("room", e.room()).put("nick", e.nick());
            case Left e -> on("left", re).put("room", e.room()).put("nick", e.nick()).put("why", e.why());
            case Said e -> on("said", re).put("room", e.room()).put("cursor", e.cursor().value())
                    .put("from", e.from()).put("text", e.text()).put("at", Timestamp.write(e.at()))
                    .flag("past", e.past()).flag("notice", e.notice());
            case Gap e -> on("gap", re).put("room", e.room()).put("cursor", e.cursor().value());
            case Told e ->
                on("told", re).put("from", e.from()).put("text", e.text()).put("at", Timestamp.write(e.at()))
                        .flag("notice", e.notice());
            case ToldRole e -> on("told", re).put("room", e.room()).put("role", e.role().wireName())
                    .put("from", e.from()).put("text", e.text()).put("at", Timestamp.write(e.at()))
                    .flag("notice", e.notice());
            case Renamed e -> on("renamed", re).put("from", e.from()).put("to", e.to());
            case TopicSet e -> on("topic", re).put("room", e.room()).put("from", e.from()).put("text", e.text())
                    .put("at", timeOrNull(e.at()));
            case Kicked e -> on("kicked", re).put("room", e.room()).put("nick", e.nick()).put("from", e.from())
                    .put("why", e.why());
            case Restricted e -> Moderation.put(on(e.kind().past(), re).put("room", e.room()), e.target())
                    .put("from", e.from()).put("until", timeOrNull(e.until()))
                    .put("why", e.why()).put("at", timeOrNull(e.at()));
            case Lifted e -> Moderation.put(on("un" + e.kind().past(), re).put("room", e.room()), e.target())
                    .put("from", e.from());
            case RoleSet e -> on("role", re).put("room", e.room()).put("from", e.from()).put("nick", e.nick())
                    .put("account", e.account()).put("role", e.role().wireName());
            case RoomChanged e ->
                Moderation.put(on("room", re).put("room", e.room()).put("from", e.from()), e.change());
            case Invited e -> on("invited", re).put("room", e.room()).put("nick", e.nick()).put("from", e.from());
            case Ping e -> on("ping", re);
        };
        return line.line();
    }

    private static LineWriter on(String kind, @Nullable String re) {
        return new LineWriter("on", kind).put("re", re);
    }

    private static LineWriter rooms(LineWriter line, List<RoomInfo> rooms) {
        return line.objects("rooms", rooms,
                room -> line.put("name", room.name()).put("topic", room.topic()).put("members", room.members()));
    }

    private static @Nullable String value(@Nullable Cursor cursor) {
        return cursor == null ? null : cursor.value();
    }

    private static @Nullable String timeOrNull(@Nullable Instant time) {
        return time == null ? null : Timestamp.write(time);
    }

    static Optional<Delivery> read(String line) throws NotOfThisDialect {
        try {
            Fields fields = Fields.of(line);
            Kind kind = KINDS.get(fields.text("on"));
            return kind == null
                    ? Optional.empty()
                    : Optional.of(new Delivery(fields.textOrNull("re"), kind.read(fields)));
        } catch (Unreadable e) {
            throw new NotOfThisDialect("the server sent a line that is not JSON lines: " + e.text());
        }
    }

    private static @Nullable Cursor cursorOrNull(Fields fields) throws Unreadable {
        String value = fields.textOrNull("cursor");
        return value == null ? null : new Cursor(value);
    }

    private static Event told(Fields f) throws Unreadable {
        Role role = f.wordOrNull("role", Role.class);
        return role == null
                ? new Told(f.text("from"), f.text("text"), f.time("at"), f.flag("notice"))
                : new ToldRole(f.text("room"), role, f.text("from"), f.text("text"), f.time("at"), f.flag("notice"));
    }

    private static Restricted restricted(Restriction kind, Fields fields) throws Unreadable {
        return new Restricted(kind, fields.textOrNull("room"), Moderation.target(fields), fields.text("from"),
                fields.timeOrNull("until"), fields.text("why", ""), fields.timeOrNull("at"));
    }

    private static Lifted lifted(Restriction kind, Fields fields) throws Unreadable {
        return new Lifted(kind, fields.textOrNull("room"), Moderation.target(fields), fields.text("from"));
    }

    private static LineWriter restrictions(LineWriter line, List<Restricted> list) {
        return line.objects("list", list, it -> Moderation.put(line.put("kind", it.kind().wireName()), it.target())
                .put("from", it.from()).put("until", timeOrNull(it.until()))
                .put("why", it.why()).put("at", timeOrNull(it.at())));
    }

    /** Those of a kind that this version does not know are passed over, as such events are. */
    private static List<Restricted> restrictions(Fields fields) throws Unreadable {
        String room = fields.textOrNull("room");
        List<Restricted> list = new ArrayList<>();
        for (Fields it : fields.objects("list")) {
            Optional<Restriction> kind = WireName.read(Restriction.class, it.text("kind"));
            if (kind.isPresent()) {
                list.add(new Restricted(kind.get(), room, Moderation.target(it), it.text("from"),
                        it.timeOrNull("until"), it.text("why", ""), it.timeOrNull("at")));
            }
        }
        return list;
    }

    private static List<RoomInfo> rooms(Fields fields) throws Unreadable {
        List<RoomInfo> rooms = new ArrayList<>();
        for (Fields room : fields.objects("rooms")) {
            rooms.add(new RoomInfo(room.text("name"), room.text("topic", ""), room.count("members", 0)));
        }
        return rooms;
    }
}
