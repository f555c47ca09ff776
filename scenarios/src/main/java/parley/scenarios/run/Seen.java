package parley.scenarios.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.protocol.Event;
import parley.scenarios.language.Kind;
import parley.scenarios.language.RoomWords;
import parley.scenarios.language.Scope;
import parley.scenarios.language.Shown;
import parley.scenarios.language.Whom;

/**
 * Something that came, in the terms of the language.
 *
 * @param values one for each blank of the kind's form
 */
public record Seen(Kind kind, List<String> values) {

    public Seen {
        values = List.copyOf(values);
    }

    /**
     * What an event is to the one who got it; empty if the language has no word for it.
     *
     * @param nick the nick of the one who got it
     */
    public static Optional<Seen> of(@Nullable Event event, String nick) {
        return Optional.ofNullable(switch (event) {
            case Event.Welcomed e -> seen(Kind.WELCOME, e.motd());
            case Event.Joined e -> seen(Kind.JOIN, e.nick(), e.room());
            case Event.Left e -> seen(Kind.LEAVE, e.nick(), e.room(), e.why());
            case Event.Said e -> seen(Kind.SAY, e.from(), e.room(), e.text());
            case Event.Told e -> seen(Kind.TELL, e.from(), nick, e.text());
            case Event.ToldRole e -> seen(Kind.TELL_ROLE, e.from(), e.role().all(), e.room(), e.text());
            case Event.Renamed e -> seen(Kind.RENAME, e.from(), e.to());
            case Event.TopicSet e -> seen(Kind.SET_TOPIC, e.from(), e.room(), e.text());
            case Event.Kicked e -> seen(Kind.KICK, e.from(), e.nick(), place(e.room()), e.why());
            case Event.Restricted e -> seen(switch (e.kind()) {
                case BAN -> Kind.BAN;
                case MUTE -> Kind.MUTE;
                case EXEMPT -> Kind.EXEMPT;
                case ADMIT -> Kind.ADMIT;
            }, e.from(), Whom.text(e.target()), place(e.room()), e.why());
            case Event.Lifted e -> seen(switch (e.kind()) {
                case BAN -> Kind.UNBAN;
                case MUTE -> Kind.UNMUTE;
                case EXEMPT -> Kind.UNEXEMPT;
                case ADMIT -> Kind.UNADMIT;
            }, e.from(), Whom.text(e.target()), place(e.room()));
            case Event.RoleSet e -> seen(Kind.ROLE, e.from(), e.nick(), e.role().wireName(), e.room());
            case Event.RoomChanged e -> seen(Kind.CHANGE, e.from(), e.room(), RoomWords.text(e.change()));
            case Event.Invited e -> seen(Kind.INVITATION, e.from(), e.nick().isEmpty() ? nick : e.nick(), e.room());
            case Event.Members e -> seen(Kind.MEMBERS, sorted(e.nicks().stream()), e.room());
            case Event.Refused e -> seen(Kind.REFUSAL, e.why().wireName(), e.text());
            case Event.Gap e -> seen(Kind.GAP, e.room());
            case Event.Bye e -> seen(Kind.GOODBYE, e.why());
            case Event.RoomList e -> seen(Kind.ROOMS, sorted(e.rooms().stream().map(Event.RoomInfo::name)));
            case Event.Restrictions e -> seen(Kind.RESTRICTIONS, place(e.room()), e.list().stream()
                    .map(it -> it.kind().wireName() + " " + Whom.text(it.target())).collect(Collectors.joining(", ")));
            case Event.Person e -> seen(Kind.PERSON, e.nick(), orEmpty(e.account()), sorted(e.rooms().stream()),
                    orEmpty(e.address()));
            case Event.Done e -> e.more()
                    ? seen(Kind.MORE, orEmpty(e.room()), cursor(e))
                    : seen(Kind.DONE, orEmpty(e.room()), cursor(e));
            case Event.Status e -> seen(Kind.STATUS, e.sessions() + " sessions, " + e.rooms() + " rooms, "
                    + e.messages() + " messages" + (e.trouble() == null ? "" : ", " + e.trouble()));
            case Event.Ping _ -> seen(Kind.PING);
            case Event.Pong _ -> seen(Kind.PONG);
            case null -> null;
        });
    }

    private static String sorted(Stream<String> names) {
        return names.sorted().collect(Collectors.joining(", "));
    }

    private static String cursor(Event.Done done) {
        return done.cursor() == null ? "" : done.cursor().value();
    }

    private static String place(@Nullable String room) {
        return room == null ? Scope.SERVER : room;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Seen seen(Kind kind, String... values) {
        return new Seen(kind, List.of(values));
    }

    /** An entry as a report shows it: in the words of the language, or as it stood on the wire if there are none. */
    static String text(Entry entry, String nick) {
        return of(entry.event(), nick).map(seen -> seen.kind().phrase(seen.values()).text())
                .orElseGet(() -> "line " + Shown.plain(entry.line()));
    }
}
