package parley.chatd.core;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.chatd.core.Engine.CursorUnknown;
import parley.chatd.core.Engine.Page;
import parley.chatd.core.Engine.Span;
import parley.protocol.Command.Recall;
import parley.protocol.Command.Search;
import parley.protocol.Command.Who;
import parley.protocol.Command.WhoIs;
import parley.protocol.Cursor;
import parley.protocol.Event;
import parley.protocol.Event.Answer;
import parley.protocol.Event.Done;
import parley.protocol.Event.Refused;
import parley.protocol.Refusal;

/** What people ask, and the fence. */
record Questions(ChatServer server, Engine engine, Texts texts, int recallLimit, int recallLength) {

    void who(Session session, @Nullable String ref, Who who) {
        Optional<Room> room = RoomName.read(who.room()) instanceof RoomName.Valid valid
                ? server.rooms().find(valid.room()).filter(open -> open.isKnownTo(session))
                : Optional.empty();
        session.answer(ref,
                room.<Answer>map(found -> new Event.Members(found.name().text(), found.nicks(), found.roles()))
                        .orElseGet(() -> noSuchRoom(who.room())));
    }

    static Refused noSuchRoom(String name) {
        return new Refused(Refusal.NO_SUCH_ROOM, name,
                "no room called " + name + " is open; ask for rooms to see which are");
    }

    void whoIs(Session session, @Nullable String ref, WhoIs who) {
        session.answer(ref, server.named(who.nick()).<Answer>map(found -> person(session, found)).orElseGet(
                () -> new Refused(Refusal.NO_SUCH_NICK, who.nick(), "nobody here is called " + who.nick())));
    }

    private Event.Person person(Session session, Session found) {
        Identity who = found.identity();
        List<String> rooms = found.seats().values().stream()
                .filter(name -> server.rooms().find(name).filter(room -> room.isKnownTo(session)).isPresent())
                .map(RoomName::text).sorted().toList();
        return new Event.Person(found.named().text(), who.account().map(account -> account.nick().text()).orElse(null),
                who.isOperator(), rooms, found.opened().truncatedTo(ChronoUnit.MILLIS), who.origin().secure(),
                session.identity().isOperator() ? who.origin().address().getHostAddress() : null);
    }

    void rooms(Session session, @Nullable String ref) {
        session.answer(ref, new Event.RoomList(server.rooms().list(session)));
    }

    void status(Session session, @Nullable String ref) {
        session.answer(ref, server.status());
    }

    void recall(Session session, @Nullable String ref, Recall recall) {
        session.inRoom(ref, recall.room(), Optional.empty(),
                room -> session.answer(ref, answer(session, recall, room)));
    }

    private Answer answer(Session session, Recall recall, RoomName room) {
        Span span = new Span(recall.after(), recall.before(), Math.min(recall.limit(), recallLimit));
        return answer(session, room, () -> engine.read(room, span).within(recallLength, span));
    }

    void search(Session session, @Nullable String ref, Search search) {
        int limit = Math.min(search.limit(), recallLimit);
        Span newest = new Span(null, null, limit);
        session.inRoom(ref, search.room(), texts.message(search.text()), room -> session.answer(ref,
                answer(session, room, () -> engine.search(room, search.text(), limit).within(recallLength, newest))));
    }

    /** Tells what is found, and makes the answer that follows. */
    private static Answer answer(Session session, RoomName room, Reading reading) {
        try {
            Page page = reading.read();
            page.messages().forEach(said -> session.deliver(said.asPast()));
            Cursor last = page.messages().isEmpty() ? null : page.messages().getLast().cursor();
            return new Done(room.text(), last, page.more());
        } catch (CursorUnknown e) {
            return new Refused(Refusal.CURSOR_INVALID, e.text(),
                    "\"" + e.text() + "\" is no cursor of " + room.text() + "'s history");
        } catch (IOException e) {
            return new Refused(Refusal.NOT_STORED, room.text(),
                    "the history of " + room.text() + " cannot be read: " + e.getMessage());
        }
    }

    private interface Reading {
        Page read() throws CursorUnknown, IOException;
    }

    void sync(Session session, @Nullable String ref) {
        session.seats().values().forEach(engine::fence);
        session.answer(ref, Done.PLAIN);
    }
}
