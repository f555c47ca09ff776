package parley.chatd.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.chatd.core.Settings.StandingRoom;
import parley.protocol.Command.Hello;
import parley.protocol.Command.Rename;
import parley.protocol.Cursor;
import parley.protocol.Event;
import parley.protocol.Event.Done;
import parley.protocol.Event.Refused;
import parley.protocol.Refusal;

/** Who is called what: from hello, through renaming, to the end of a session. */
record Names(ChatServer server, Settings settings, Publisher publisher, Resume resume, Permits permits, Login login) {

    void hello(Session session, @Nullable String ref, Hello hello) {
        if (session.isWelcome()) {
            session.answer(ref, new Refused(Refusal.ALREADY_WELCOMED, "", "this session has said hello already"));
            return;
        }
        Map<RoomName, Cursor> resumed = new LinkedHashMap<>();
        Optional<Refused> problem = read(hello.resume(), resumed);
        if (problem.isPresent()) {
            session.answer(ref, problem.get());
        } else {
            named(session, ref, hello.nick(), nick -> logIn(session, ref, hello, nick, resumed));
        }
    }

    private void logIn(Session session, @Nullable String ref, Hello hello, Nick nick, Map<RoomName, Cursor> resumed) {
        switch (login.ask(session, nick, hello.password())) {
            case Login.Denied denied -> session.answer(ref, denied.refused());
            case Login.Proved proved -> {
                session.logIn(proved.account());
                come(session, ref, hello, nick, resumed);
            }
            case Login.Free free -> come(session, ref, hello, nick, resumed);
        }
    }

    private void come(Session session, @Nullable String ref, Hello hello, Nick nick, Map<RoomName, Cursor> resumed) {
        permits.come(new Identity(nick, session.account(), session.origin())).ifPresentOrElse(
                refused -> session.answer(ref, refused),
                () -> claim(session, ref, nick, () -> enter(session, ref, hello, nick, resumed)));
    }

    private Optional<Refused> read(Map<String, Cursor> resume, Map<RoomName, Cursor> resumed) {
        for (Map.Entry<String, Cursor> room : resume.entrySet()) {
            switch (RoomName.read(room.getKey())) {
                case RoomName.Invalid invalid -> {
                    return Optional.of(invalid.refused());
                }
                case RoomName.Valid valid -> resumed.put(server.rooms().known(valid.room()), room.getValue());
            }
        }
        int limit = settings.limits().rooms();
        return resumed.size() <= limit
                ? Optional.empty()
                : Optional.of(new Refused(Refusal.TOO_MANY_ROOMS, "resume",
                        "you resume " + resumed.size() + " rooms; at most " + limit + " are allowed"));
    }

    /** Seats a session that is named: where everyone has a seat, welcomes it, and then where it comes back to. */
    private void enter(Session session, @Nullable String ref, Hello hello, Nick nick, Map<RoomName, Cursor> resumed) {
        Map<RoomName, Refused> closed = new LinkedHashMap<>();
        resumed.keySet().forEach(
                room -> permits.enter(session, room, null).ifPresent(refused -> closed.put(room, refused)));
        resumed.keySet().removeAll(closed.keySet());
        List<RoomName> fresh = settings.rooms().stream().filter(StandingRoom::everyone).map(StandingRoom::name)
                .filter(room -> !resumed.containsKey(room) && permits.enter(session, room, null).isEmpty()).toList();
        fresh.forEach(room -> session.seats().put(room.key(), room));
        publisher.appendToEach(session,
                room -> new Entry(room, new Event.Joined(room.text(), nick.text()), session.id()));
        List<String> rooms = Stream.concat(fresh.stream(), resumed.keySet().stream()).map(RoomName::text).toList();
        String account = session.account().map(known -> known.nick().text()).orElse(null);
        session.welcome(ref, new Event.Welcomed(nick.text(), settings.server(), rooms, settings.motd(), account),
                hello.echo());
        closed.values().forEach(refused -> session.answer(null, refused));
        resumed.forEach((room, seen) -> resume.resume(session, room, seen));
    }

    void rename(Session session, @Nullable String ref, Rename rename) {
        Nick old = session.named();
        named(session, ref, rename.nick(), nick -> {
            Optional<Refused> problem = login.rename(session, nick)
                    .or(() -> permits.come(new Identity(nick, session.account(), session.origin())));
            problem.ifPresentOrElse(refused -> session.answer(ref, refused), () -> claim(session, ref, nick, () -> {
                if (!old.equals(nick)) {
                    announce(session, old, nick);
                }
                session.answer(ref, Done.PLAIN);
            }));
        });
    }

    /** Tells everyone who shares a room, once; only then can others have the old nick. */
    private void announce(Session session, Nick old, Nick nick) {
        Set<Long> told = Entry.nobodyYet();
        publisher.appendToEach(session,
                room -> new Entry(room, new Event.Renamed(old.text(), nick.text()), session.id(), null, told));
        if (!old.key().equals(nick.key())) {
            server.nicks().release(session, old);
        }
    }

    /** Goes on with a nick if the text is one. */
    private void named(Session session, @Nullable String ref, String text, Consumer<Nick> next) {
        switch (Nick.read(text, settings.limits().nickLength())) {
            case Nick.Invalid invalid -> session.answer(ref, invalid.refused());
            case Nick.Valid valid -> next.accept(valid.nick());
        }
    }

    private void claim(Session session, @Nullable String ref, Nick nick, Runnable next) {
        if (server.nicks().claim(session, nick)) {
            next.run();
        } else {
            session.answer(ref, new Refused(Refusal.NICK_TAKEN, nick.text(),
                    nick.text() + " is in use" + server.nicks().lookalike(nick)));
        }
    }

    /** Gives up all seats and the nick, if there are any; others learn why. */
    void giveUp(Session session, String why) {
        session.settle();
        Nick nick = session.nick();
        if (nick != null) {
            Set<Long> told = Entry.nobodyYet();
            publisher.appendToEach(session,
                    room -> new Entry(room, new Event.Left(room.text(), nick.text(), why), session.id(), null, told));
            session.seats().clear();
            session.setNick(null);
            server.nicks().release(session, nick);
        }
    }
}
