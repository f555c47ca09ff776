package parley.chatd.core;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chatd.core.Engine.CursorUnknown;
import parley.chatd.core.Engine.Page;
import parley.chatd.core.Engine.Span;
import parley.protocol.Cursor;
import parley.protocol.Event;
import parley.protocol.Event.Said;

/**
 * Gives a client that comes back what it missed in a room, and then its seat, with nothing lost or doubled in between.
 *
 * <pre>
 *   history:  … seen │ missed … missed … │ a few more │ seat │ live …
 *                      told in pages, as   told while what is live waits at the gate
 *                      fast as it reads
 * </pre>
 *
 * @param pageSize how many messages are read at once
 * @param pageLength how many characters they have at most
 */
record Resume(Engine engine, Publisher publisher, int pageSize, int pageLength) {

    private static final Logger LOG = LoggerFactory.getLogger(Resume.class);

    void resume(Session session, RoomName room, Cursor seen) {
        try {
            session.resent().note(room, engine.refs(room, session.named().text(), seen));
            Cursor told = tell(session, room, seen, null);
            session.gate().close();
            Cursor seat = seat(session, room);
            tell(session, room, told, seat);
        } catch (CursorUnknown e) {
            tellOfGap(session, room, seen);
        } catch (IOException e) {
            LOG.error("a session could not be told what it missed in {}: {}", room.text(), e.getMessage());
            tellOfGap(session, room, seen);
        } finally {
            if (!session.seats().containsKey(room.key())) {
                seat(session, room);
            }
            session.gate().open();
        }
    }

    /**
     * Tells what stands after a cursor, page by page, and returns where that ends.
     *
     * @param to where to stop; if null, at the end, however long the reader takes to get there
     */
    private Cursor tell(Session session, RoomName room, Cursor from, @Nullable Cursor to)
            throws CursorUnknown, IOException {
        Cursor told = from;
        boolean more = true;
        while (more && !session.isEnding()) {
            Span span = new Span(told, to, pageSize);
            Page page = engine.read(room, span).within(pageLength, span);
            if (page.gap()) {
                tellOfGap(session, room, told);
            }
            List<Said> messages = page.messages();
            messages.forEach(said -> session.deliver(said.asPast()));
            told = messages.isEmpty() ? told : messages.getLast().cursor();
            more = page.more();
            if (to == null) {
                session.awaitRead();
            }
        }
        return told;
    }

    private static void tellOfGap(Session session, RoomName room, Cursor seen) {
        session.deliver(new Event.Gap(room.text(), seen));
    }

    /** Takes the seat, and returns where that stands in the room's order. */
    private Cursor seat(Session session, RoomName room) {
        session.seats().put(room.key(), room);
        Event.Joined joined = new Event.Joined(room.text(), session.named().text());
        return publisher.appendAndWait(session, new Entry(room, joined, session.id()));
    }
}
