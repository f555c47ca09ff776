package parley.chatd.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.Access;
import parley.protocol.Event.Refused;
import parley.protocol.Event.Restricted;
import parley.protocol.Password;
import parley.protocol.Refusal;
import parley.protocol.Restriction;
import parley.protocol.Role;
import parley.protocol.RoomChange;

/** What keeps people from what they want to do; empty where nothing does. */
record Permits(ChatServer server, InstantSource clock) {

    /** Being on the server. */
    Optional<Refused> come(Identity who) {
        return who.isOperator()
                ? Optional.empty()
                : server.everywhere().against(who, Restriction.BAN, clock.instant())
                        .map(it -> refused(it, Refusal.BANNED, "you are banned from this server"));
    }

    /** Taking a seat. If nothing keeps them, and seats are counted, one is kept for them. */
    Optional<Refused> enter(Session session, RoomName name, @Nullable Password key) {
        Room room = server.rooms().opened(name);
        Optional<Refused> problem = enter(session, room, key);
        if (problem.isPresent()) {
            server.rooms().closeIfEmpty(name);
        }
        return problem;
    }

    private Optional<Refused> enter(Session session, Room room, @Nullable Password key) {
        Identity who = session.identity();
        if (who.isOperator()) {
            return Optional.empty();
        }
        String name = room.name().text();
        Optional<Refused> banned = room.rules().state().against(who, Restriction.BAN, clock.instant())
                .map(it -> refused(it, Refusal.BANNED, "you are banned from " + name));
        if (banned.isPresent() || room.rules().role(session).covers(Role.MEMBER)) {
            return banned;
        }
        boolean expected = room.doorway().isInvited(session.id())
                || (room.size() == 0 && room.rules().isAnybodys());
        RoomChange rules = room.rules().change();
        return expected
                ? Optional.empty()
                : notAdmitted(who, room, rules).or(() -> keptOut(name, rules, key))
                        .or(() -> findSeat(session, room, rules));
    }

    private Optional<Refused> notAdmitted(Identity who, Room room, RoomChange rules) {
        String name = room.name().text();
        if (room.rules().isOpen() || room.rules().state().has(who, Restriction.ADMIT, clock.instant())) {
            return Optional.empty();
        }
        if (rules.access() == Access.INVITE_ONLY) {
            return Optional.of(new Refused(Refusal.INVITE_ONLY, name, name + " is for those who are invited"));
        }
        return Optional.of(new Refused(Refusal.MEMBERS_ONLY, name,
                name + " is for its members: log in to an account that is one, or ask to be invited"));
    }

    private static Optional<Refused> keptOut(String name, RoomChange rules, @Nullable Password key) {
        if (rules.key() != null && !rules.key().text().isEmpty() && !same(rules.key(), key)) {
            return Optional.of(new Refused(Refusal.KEY_WRONG, name, name + " asks for a key, and "
                    + (key == null ? "you gave none" : "this is not it")));
        }
        return Optional.empty();
    }

    /** Takes as long for a key that is nearly right as for any other. */
    private static boolean same(Password wanted, @Nullable Password given) {
        return given != null && MessageDigest.isEqual(wanted.text().getBytes(StandardCharsets.UTF_8),
                given.text().getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Refused> findSeat(Session session, Room room, RoomChange rules) {
        Integer limit = rules.limit();
        return limit == null || limit == 0 || room.doorway().keepSeat(session.id(), limit, room.size())
                ? Optional.empty()
                : Optional.of(new Refused(Refusal.ROOM_FULL, room.name().text(),
                        room.name().text() + " has " + limit + " seats, and all are taken"));
    }

    /** Speaking in a room. Asked for each message: where there are no restrictions, it costs next to nothing. */
    Optional<Refused> speak(Session session, RoomName name) {
        Room room = server.rooms().opened(name);
        RoomState everywhere = server.everywhere();
        Rules rules = room.rules();
        boolean moderated = rules.isModerated();
        if (!moderated && !rules.state().isRestricting() && !everywhere.isRestricting()) {
            return Optional.empty();
        }
        Identity who = session.identity();
        if (who.isOperator()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return rules.state().against(who, Restriction.MUTE, now)
                .map(it -> refused(it, Refusal.MUTED, "you are muted in " + name.text()))
                .or(() -> everywhere.against(who, Restriction.MUTE, now)
                        .map(it -> refused(it, Refusal.MUTED, "you are muted on this server")))
                .or(() -> moderated && !rules.role(session).covers(Role.VOICE)
                        ? Optional.of(new Refused(Refusal.MODERATED, name.text(),
                                "at present only those with a voice may speak in " + name.text()))
                        : Optional.empty());
    }

    Optional<Refused> setTopic(Session session, RoomName name) {
        Rules rules = server.rooms().opened(name).rules();
        boolean locked = Boolean.TRUE.equals(rules.change().topicLocked());
        return locked && !rules.role(session).covers(Role.OPERATOR)
                ? Optional.of(new Refused(Refusal.TOPIC_LOCKED, name.text(),
                        "only operators may set the topic of " + name.text()))
                : speak(session, name);
    }

    /** Doing what operators of a room do. */
    static Optional<Refused> operate(Session session, Room room) {
        return room.rules().role(session).covers(Role.OPERATOR)
                ? Optional.empty()
                : Optional.of(new Refused(Refusal.NOT_OPERATOR, room.name().text(),
                        "only operators of " + room.name().text() + " may do that"));
    }

    /** Doing what operators of the server do. */
    static Optional<Refused> operateServer(Session session) {
        return session.identity().isOperator()
                ? Optional.empty()
                : Optional.of(new Refused(Refusal.NOT_OPERATOR, "",
                        "only operators of the server may do that; name a room to do it there"));
    }

    private Refused refused(Restricted restricted, Refusal why, String sentence) {
        Instant until = restricted.until();
        Duration left = until == null ? null : Duration.between(clock.instant(), until);
        String about = restricted.room() == null ? "" : restricted.room();
        String reason = restricted.why().isEmpty() ? "" : " (" + restricted.why() + ")";
        return new Refused(why, about, sentence + (until == null ? "" : " until " + until) + reason,
                left != null && left.isPositive() ? left : null);
    }
}
