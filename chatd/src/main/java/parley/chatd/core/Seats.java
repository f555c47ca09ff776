package parley.chatd.core;

import org.jspecify.annotations.Nullable;
import parley.protocol.Command.Join;
import parley.protocol.Command.Leave;
import parley.protocol.Command.Quit;
import parley.protocol.Event;
import parley.protocol.Event.Done;
import parley.protocol.Event.Refused;
import parley.protocol.Password;
import parley.protocol.Refusal;

/** Coming into rooms and going out of them. */
record Seats(ChatServer server, int limit, Publisher publisher, Texts texts, Permits permits) {

    void join(Session session, @Nullable String ref, Join join) {
        switch (RoomName.read(join.room())) {
            case RoomName.Invalid invalid -> session.answer(ref, invalid.refused());
            case RoomName.Valid valid -> take(session, ref, server.rooms().known(valid.room()), join.key());
        }
    }

    private void take(Session session, @Nullable String ref, RoomName room, @Nullable Password key) {
        if (session.seats().containsKey(room.key())) {
            session.answer(ref, Done.in(room.text()));
        } else if (session.seats().size() >= limit) {
            session.answer(ref, new Refused(Refusal.TOO_MANY_ROOMS, room.text(),
                    "you are in " + limit + " rooms, which is the limit; leave one first"));
        } else {
            permits.enter(session, room, key).ifPresentOrElse(refused -> session.answer(ref, refused), () -> {
                session.seats().put(room.key(), room);
                Event.Joined joined = new Event.Joined(room.text(), session.named().text());
                publisher.append(session, ref, new Entry(room, joined, session.id()), cursor -> Done.in(room.text()));
            });
        }
    }

    void leave(Session session, @Nullable String ref, Leave leave) {
        String why = leave.why() == null ? "left" : leave.why();
        session.inRoom(ref, leave.room(), texts.oneLine("a reason", why), room -> {
            session.seats().remove(room.key());
            Event.Left left = new Event.Left(room.text(), session.named().text(), why);
            publisher.append(session, ref, new Entry(room, left, session.id()), cursor -> Done.in(room.text()));
        });
    }

    void quit(Session session, @Nullable String ref, Quit quit) {
        String why = quit.why() == null ? "quit" : quit.why();
        texts.oneLine("a reason", why).ifPresentOrElse(refused -> session.answer(ref, refused),
                () -> session.quit(ref, why));
    }
}
