package parley.chatd.core;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.protocol.Command.Invite;
import parley.protocol.Command.Kick;
import parley.protocol.Command.Lift;
import parley.protocol.Command.Restrict;
import parley.protocol.Command.Restrictions;
import parley.protocol.Command.SetRole;
import parley.protocol.Command.SetRoom;
import parley.protocol.Event;
import parley.protocol.Event.Done;
import parley.protocol.Event.InRoom;
import parley.protocol.Event.Kicked;
import parley.protocol.Event.Lifted;
import parley.protocol.Event.Refused;
import parley.protocol.Event.Restricted;
import parley.protocol.Event.RoleSet;
import parley.protocol.Event.RoomChanged;
import parley.protocol.Refusal;
import parley.protocol.Restriction;
import parley.protocol.Role;
import parley.protocol.RoomChange;

/** What operators do: of one room, or without a room, of the server. */
record Operators(ChatServer server, int most, Publisher publisher, Texts texts, InstantSource clock) {

    void kick(Session session, @Nullable String ref, Kick kick) {
        String why = Objects.requireNonNullElse(kick.why(), "");
        within(session, ref, kick.room(), room -> {
            Optional<Session> target = server.named(kick.nick());
            Optional<Refused> problem = texts.oneLine("a reason", why).or(() -> absent(target, kick.nick(), room));
            answer(session, ref, problem, room, () -> new Kicked(text(room), target.orElseThrow().named().text(),
                    session.named().text(), why));
        });
    }

    void restrict(Session session, @Nullable String ref, Restrict restrict) {
        String why = Objects.requireNonNullElse(restrict.why(), "");
        within(session, ref, restrict.room(), room -> {
            Optional<Refused> problem = texts.oneLine("a reason", why).or(() -> Targets.problem(restrict.target()))
                    .or(() -> nowhere(room, restrict.kind()))
                    .or(() -> tooMany(state(room), restrict));
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Instant until = restrict.length() == null ? null : now.plus(restrict.length());
            answer(session, ref, problem, room, () -> new Restricted(restrict.kind(), text(room), restrict.target(),
                    session.named().text(), until, why, now));
        });
    }

    private static Optional<Refused> nowhere(@Nullable Room room, Restriction kind) {
        return room == null && kind.isException()
                ? Optional.of(new Refused(Refusal.FIELD_INVALID, "room",
                        "an " + kind.noun() + " is for one room: name it in \"room\""))
                : Optional.empty();
    }

    private Optional<Refused> tooMany(RoomState state, Restrict restrict) {
        return state.restrictions().size() < most || state.has(restrict.kind(), restrict.target())
                ? Optional.empty()
                : Optional.of(new Refused(Refusal.TOO_MANY_RESTRICTIONS, restrict.kind().wireName(),
                        "there are " + most
                                + " bans, mutes and exceptions already, which is the limit; end some first"));
    }

    void lift(Session session, @Nullable String ref, Lift lift) {
        within(session, ref, lift.room(), room -> {
            Optional<Refused> problem = state(room).has(lift.kind(), lift.target())
                    ? Optional.empty()
                    : Optional.of(
                            new Refused(Refusal.NO_SUCH_RESTRICTION, "", "there is no such " + lift.kind().noun()
                                    + "; ask for restrictions to see which there are"));
            answer(session, ref, problem, room,
                    () -> new Lifted(lift.kind(), text(room), lift.target(), session.named().text()));
        });
    }

    void restrictions(Session session, @Nullable String ref, Restrictions restrictions) {
        within(session, ref, restrictions.room(), room -> session.answer(ref,
                new Event.Restrictions(text(room), state(room).restrictions(clock.instant()))));
    }

    void setRole(Session session, @Nullable String ref, SetRole set) {
        within(session, ref, set.room(), room -> {
            Optional<Session> target = server.named(set.nick());
            Optional<Refused> problem = absent(target, set.nick(), room);
            answer(session, ref, problem, room, () -> new RoleSet(Objects.requireNonNull(text(room)),
                    session.named().text(), target.orElseThrow().named().text(),
                    target.flatMap(Session::account).map(account -> account.nick().text()).orElse(null), set.role()));
        });
    }

    void setRoom(Session session, @Nullable String ref, SetRoom set) {
        within(session, ref, set.room(), room -> answer(session, ref, problem(set.change()), room,
                () -> new RoomChanged(Objects.requireNonNull(text(room)), session.named().text(), set.change())));
    }

    private Optional<Refused> problem(RoomChange change) {
        if (change.equals(RoomChange.NONE)) {
            return Optional.of(new Refused(Refusal.FIELD_INVALID, "",
                    "say what is to change: access, moderated, topic_locked, hidden, limit or key"));
        }
        return change.key() == null ? Optional.empty() : texts.oneLine("a key", change.key().text());
    }

    /** Everybody may invite into a room that is open, operators into any; those who may learn who else did. */
    void invite(Session session, @Nullable String ref, Invite invite) {
        session.inRoom(ref, invite.room(), Optional.empty(), name -> {
            Room room = server.rooms().opened(name);
            Optional<Session> target = server.named(invite.nick());
            Optional<Refused> problem =
                    (room.rules().isOpen() ? Optional.<Refused>empty() : Permits.operate(session, room))
                            .or(() -> absent(target, invite.nick(), null));
            problem.ifPresentOrElse(refused -> session.answer(ref, refused), () -> {
                Session guest = target.orElseThrow();
                if (!guest.seats().containsKey(name.key())) {
                    room.doorway().invite(guest.id());
                    Shared invited = new Shared(
                            new Event.Invited(name.text(), guest.named().text(), session.named().text()));
                    guest.deliver(invited);
                    room.tell(session, room.rules().isOpen() ? Role.NONE : Role.OPERATOR, invited);
                }
                session.answer(ref, Done.in(name.text()));
            });
        });
    }

    private Optional<Refused> absent(Optional<Session> target, String nick, @Nullable Room room) {
        if (target.isEmpty()) {
            return Optional.of(new Refused(Refusal.NO_SUCH_NICK, nick, "nobody here is called " + nick));
        }
        return room == null || target.get().seats().containsKey(room.name().key())
                ? Optional.empty()
                : Optional.of(new Refused(Refusal.NO_SUCH_NICK, nick, nick + " is not in " + room.name().text()));
    }

    /** Goes on with a room, or with null for the server, if the session is an operator there. */
    private void within(Session session, @Nullable String ref, @Nullable String name, Consumer<@Nullable Room> next) {
        if (name == null) {
            Permits.operateServer(session).ifPresentOrElse(refused -> session.answer(ref, refused),
                    () -> next.accept(null));
            return;
        }
        switch (RoomName.read(name)) {
            case RoomName.Invalid invalid -> session.answer(ref, invalid.refused());
            case RoomName.Valid valid -> server.rooms().find(valid.room())
                    .ifPresentOrElse(room -> Permits.operate(session, room)
                            .ifPresentOrElse(refused -> session.answer(ref, refused), () -> next.accept(room)),
                            () -> session.answer(ref, Questions.noSuchRoom(name)));
        }
    }

    private RoomState state(@Nullable Room room) {
        return room == null ? server.everywhere() : room.rules().state();
    }

    private static @Nullable String text(@Nullable Room room) {
        return room == null ? null : room.name().text();
    }

    private void answer(Session session, @Nullable String ref, Optional<Refused> problem, @Nullable Room room,
            Happening happening) {
        if (problem.isPresent()) {
            session.answer(ref, problem.get());
        } else {
            RoomName name = room == null ? RoomName.SERVER : room.name();
            InRoom event = happening.event();
            OperatorLog.note(event);
            publisher.append(session, ref, new Entry(name, event, session.id()),
                    cursor -> room == null ? Done.PLAIN : Done.in(name.text()));
        }
    }

    /** Makes an event, once it is known that it may happen. */
    private interface Happening {
        InRoom event();
    }
}
