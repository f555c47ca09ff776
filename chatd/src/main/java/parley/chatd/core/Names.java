package parley.chatd.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.protocol.Command.Hello;
import parley.protocol.Command.Rename;
import parley.protocol.Cursor;
import parley.protocol.Event;
import parley.protocol.Event.Done;
import parley.protocol.Event.Refused;
import parley.protocol.Refusal;

/** Who is called what: from hello, through renaming, to the end of a session. */
record Names(ChatServer server, Settings settings, Publisher publisher, Resume resume) {

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
            claim(session, ref, hello.nick(), nick -> enter(session, ref, hello, nick, resumed));
        }
    }

    private Optional<Refused> read(Map<String, Cursor> resume, Map<RoomName, Cursor> resumed) {
        for (Map.Entry<String, Cursor> room : resume.entrySet()) {
            switch (RoomName.read(room.getKey())) {
                case RoomName.Invalid invalid -> {
                    return Optional.of(invalid.refused());
                }
                case RoomName.Valid valid -> resumed.put(server.known(valid.room()), room.getValue());
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
        List<RoomName> fresh = settings.rooms().stream().filter(room -> !resumed.containsKey(room)).toList();
        fresh.forEach(room -> session.seats().put(room.key(), room));
        publisher.appendToEach(session,
                room -> new Entry(room, new Event.Joined(room.text(), nick.text()), session.id()));
        List<String> rooms = Stream.concat(fresh.stream(), resumed.keySet().stream()).map(RoomName::text).toList();
        session.welcome(ref, new Event.Welcomed(nick.text(), settings.server(), rooms, settings.motd()), hello.echo());
        resumed.forEach((room, seen) -> resume.resume(session, room, seen));
    }

    void rename(Session session, @Nullable String ref, Rename rename) {
        Nick old = session.named();
        claim(session, ref, rename.nick(), nick -> {
            if (!old.equals(nick)) {
                announce(session, old, nick);
            }
            session.answer(ref, Done.PLAIN);
        });
    }

    /** Tells everyone who shares a room, once; only then can others have the old nick. */
    private void announce(Session session, Nick old, Nick nick) {
        Set<Long> told = Entry.nobodyYet();
        publisher.appendToEach(session,
                room -> new Entry(room, new Event.Renamed(old.text(), nick.text()), session.id(), null, told));
        if (!old.key().equals(nick.key())) {
            server.release(session, old);
        }
    }

    private void claim(Session session, @Nullable String ref, String text, Consumer<Nick> next) {
        switch (Nick.read(text, settings.limits().nickLength())) {
            case Nick.Invalid invalid -> session.answer(ref, invalid.refused());
            case Nick.Valid valid when server.claim(session, valid.nick()) -> next.accept(valid.nick());
            case Nick.Valid valid ->
                session.answer(ref, new Refused(Refusal.NICK_TAKEN, text, valid.nick().text() + " is in use"));
        }
    }

    /** Gives up all seats and the nick, if there are any; others learn why. */
    void giveUp(Session session, String why) {
        session.settle();
        Nick nick = session.nick();
        if (nick != null) {
            publisher.appendToEach(session,
                    room -> new Entry(room, new Event.Left(room.text(), nick.text(), why), session.id()));
            session.seats().clear();
            session.setNick(null);
            server.release(session, nick);
        }
    }
}
