package parley.chatd.core;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parley.protocol.Cursor;
import parley.protocol.Event.Answer;
import parley.protocol.Event.Refused;
import parley.protocol.Refusal;

/** Hands entries to the engine and answers their author as soon as they are committed. */
record Publisher(Engine engine) {

    /** Appends one entry that answers a command; {@code done} makes the answer of its cursor. */
    void append(Session author, @Nullable String ref, Entry entry, Function<Cursor, Answer> done) {
        append(author, entry, cursor -> author.answer(ref, done.apply(cursor)),
                why -> author.answer(ref, new Refused(Refusal.NOT_STORED, entry.room().text(), why)));
    }

    /** Appends one entry, waits until it is committed, and returns its place in the order. */
    Cursor appendAndWait(Session author, Entry entry) {
        CompletableFuture<Cursor> place = new CompletableFuture<>();
        append(author, entry, place::complete, why -> place.complete(Cursor.NONE));
        return place.join();
    }

    /** Appends an entry to each of the author's rooms, and waits until all are committed. */
    void appendToEach(Session author, Function<RoomName, Entry> entry) {
        for (RoomName room : author.seats().values()) {
            append(author, entry.apply(room), cursor -> {
            }, why -> {
            });
        }
        author.outstanding().awaitNone();
    }

    private void append(Session author, Entry entry, Consumer<Cursor> committed, Consumer<String> failed) {
        author.outstanding().begin();
        try {
            engine.append(entry, new Engine.Receipt() {
                @Override
                public void committed(Cursor cursor) {
                    committed.accept(cursor);
                    author.outstanding().end();
                }

                @Override
                public void failed(String why) {
                    failed.accept(why);
                    author.outstanding().end();
                }
            });
        } catch (RuntimeException e) {
            // A defect of the engine's: no receipt will come, and nobody shall wait for one.
            author.outstanding().end();
            throw e;
        }
    }
}
