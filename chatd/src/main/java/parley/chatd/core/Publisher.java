package parley.chatd.core;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parley.protocol.Cursor;
import parley.protocol.Delivery;
import parley.protocol.Event.Answer;
import parley.protocol.Event.Done;
import parley.protocol.Event.Refused;
import parley.protocol.Refusal;

/** Hands entries to the engine and answers their author as soon as they are committed. */
record Publisher(Engine engine, Durations commits) {

    /** Appends one entry that answers a command; {@code done} makes the answer of its cursor. */
    void append(Session author, @Nullable String ref, Entry entry, Function<Cursor, Answer> done) {
        append(author, List.of(entry), cursors -> author.answer(ref, done.apply(cursors.getFirst())),
                why -> author.answer(ref, notStored(entry, why)));
    }

    /** Appends messages that were said in one go, and answers each with its cursor. */
    void append(Session author, List<Entry> messages) {
        append(author, messages,
                cursors -> author
                        .answer(answers(messages, i -> Done.at(messages.get(i).room().text(), cursors.get(i)))),
                why -> author.answer(answers(messages, i -> notStored(messages.get(i), why))));
    }

    private static List<Delivery> answers(List<Entry> messages, Function<Integer, Answer> answer) {
        List<Delivery> answers = new ArrayList<>(messages.size());
        for (int i = 0; i < messages.size(); i++) {
            answers.add(new Delivery(messages.get(i).ref(), answer.apply(i)));
        }
        return answers;
    }

    private static Refused notStored(Entry entry, String why) {
        return new Refused(Refusal.NOT_STORED, entry.room().text(), why);
    }

    /** Appends one entry, waits until it is committed, and returns its place in the order. */
    Cursor appendAndWait(Session author, Entry entry) {
        CompletableFuture<Cursor> place = new CompletableFuture<>();
        append(author, List.of(entry), cursors -> place.complete(cursors.getFirst()),
                why -> place.complete(Cursor.NONE));
        return place.join();
    }

    /** Appends an entry to each of the author's rooms, and waits until all are committed. */
    void appendToEach(Session author, Function<RoomName, Entry> entry) {
        for (RoomName room : author.seats().values()) {
            append(author, List.of(entry.apply(room)), cursors -> {
            }, why -> {
            });
        }
        author.settle();
    }

    private void append(Session author, List<Entry> run, Consumer<List<Cursor>> committed, Consumer<String> failed) {
        author.outstanding().begin(run.size());
        long begun = System.nanoTime();
        try {
            engine.append(run, new Engine.Receipt() {
                @Override
                public void committed(List<Cursor> cursors) {
                    commits.took(System.nanoTime() - begun);
                    committed.accept(cursors);
                    author.outstanding().end(run.size());
                }

                @Override
                public void failed(String why) {
                    failed.accept(why);
                    author.outstanding().end(run.size());
                }
            });
        } catch (RuntimeException e) {
            // A defect of the engine's: no receipt will come, and nobody shall wait for one.
            author.outstanding().end(run.size());
            throw e;
        }
    }
}
