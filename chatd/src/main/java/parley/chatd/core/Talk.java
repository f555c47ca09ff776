package parley.chatd.core;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.Command.Say;
import parley.protocol.Command.SetTopic;
import parley.protocol.Command.Tell;
import parley.protocol.Command.TellRole;
import parley.protocol.Cursor;
import parley.protocol.Event;
import parley.protocol.Event.Done;
import parley.protocol.Event.Refused;
import parley.protocol.Event.Said;
import parley.protocol.Refusal;
import parley.protocol.Role;

/** What people say: to a room, to one another, and above a room's door. */
record Talk(ChatServer server, Publisher publisher, Texts texts, Permits permits, InstantSource clock) {

    void say(Session session, @Nullable String ref, Say say) {
        session.inRoom(ref, say.room(), texts.message(say.text()), room -> {
            Optional<Cursor> already = session.resent().find(room, ref);
            if (already.isPresent()) {
                session.settle();
                session.answer(ref, Done.at(room.text(), already.get()));
                return;
            }
            Optional<Refused> kept = permits.speak(session, room);
            if (kept.isPresent()) {
                session.refuse(ref, kept.get());
                return;
            }
            Said said = new Said(room.text(), Cursor.NONE, session.named().text(), say.text(), now(), false,
                    say.notice());
            session.say(new Entry(room, said, session.id(), ref, null));
        });
    }

    void setTopic(Session session, @Nullable String ref, SetTopic topic) {
        session.inRoom(ref, topic.room(), texts.oneLine("a topic", topic.text()), room -> {
            Event.TopicSet set = new Event.TopicSet(room.text(), session.named().text(), topic.text(), now());
            permits.setTopic(session, room).ifPresentOrElse(refused -> session.answer(ref, refused),
                    () -> publisher.append(session, ref, new Entry(room, set, session.id()),
                            cursor -> Done.in(room.text())));
        });
    }

    void tell(Session session, @Nullable String ref, Tell tell) {
        Optional<Session> target = server.named(tell.to());
        Optional<Refused> problem = target.isPresent()
                ? texts.message(tell.text())
                : Optional.of(new Refused(Refusal.NO_SUCH_NICK, tell.to(), "nobody here is called " + tell.to()));
        problem.ifPresentOrElse(refused -> session.answer(ref, refused), () -> {
            target.get().deliver(new Shared(new Event.Told(session.named().text(), tell.text(), now(), tell.notice())));
            session.answer(ref, Done.PLAIN);
        });
    }

    void tellRole(Session session, @Nullable String ref, TellRole tell) {
        Optional<Refused> problem = tell.role().covers(Role.VOICE)
                ? texts.message(tell.text())
                : Optional.of(new Refused(Refusal.FIELD_INVALID, "role", "whom to tell in a room are its "
                        + Role.VOICE.wireName() + " or its " + Role.OPERATOR.wireName() + "; all of them, with say"));
        session.inRoom(ref, tell.room(), problem, name -> permits.speak(session, name).ifPresentOrElse(
                refused -> session.answer(ref, refused), () -> {
                    server.rooms().opened(name).tell(session, tell.role(), new Shared(new Event.ToldRole(name.text(),
                            tell.role(), session.named().text(), tell.text(), now(), tell.notice())));
                    session.answer(ref, Done.in(name.text()));
                }));
    }

    /** Milliseconds are what the wire carries; the history keeps no more, so that both say the same. */
    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
