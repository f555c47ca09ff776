package parley.chatd.engine;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import parley.chatd.core.Engine.Page;
import parley.chatd.core.RoomName;
import parley.protocol.Cursor;
import parley.protocol.Event.Said;

/**
 * Reads the history. SQLite's calls are native and would hold up the few threads that carry the virtual ones, so they
 * are made on a platform thread of their own, and whoever asks waits for it.
 */
final class HistoryReader implements AutoCloseable {

    private static final String COLUMNS = "SELECT id, sender, text, at FROM message WHERE room = "
            + "(SELECT id FROM room WHERE key = ?) AND ";

    private final Connection connection;
    private final PreparedStatement after;
    private final PreparedStatement before;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("history-reader").daemon().factory());

    HistoryReader(Connection connection) throws SQLException {
        this.connection = connection;
        this.after = connection.prepareStatement(COLUMNS + "id > ? ORDER BY id LIMIT ?");
        this.before = connection.prepareStatement(COLUMNS + "id < ? ORDER BY id DESC LIMIT ?");
    }

    /** The messages next after a place. */
    Page after(RoomName room, long place, int limit) throws IOException {
        return read(() -> query(after, room, place, limit));
    }

    /** The messages next before a place. */
    Page before(RoomName room, long place, int limit) throws IOException {
        return read(() -> {
            Page backwards = query(before, room, place, limit);
            return new Page(backwards.messages().reversed(), backwards.more());
        });
    }

    private Page read(java.util.concurrent.Callable<Page> query) throws IOException {
        try {
            return thread.submit(query).get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause() instanceof SQLException sql ? HistoryFile.sentence(sql) : e.toString(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the server is shutting down", e);
        }
    }

    /** Asks for one more than the limit, to know whether there is more. */
    private static Page query(PreparedStatement query, RoomName room, long place, int limit) throws SQLException {
        query.setString(1, room.key());
        query.setLong(2, place);
        query.setLong(3, limit + 1L);
        List<Said> messages = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                messages.add(new Said(room.text(), new Cursor(row.getString(1)), row.getString(2), row.getString(3),
                        Instant.ofEpochMilli(row.getLong(4)), true));
            }
        }
        boolean more = messages.size() > limit;
        return new Page(more ? messages.subList(0, limit) : messages, more);
    }

    @Override
    public void close() throws SQLException {
        thread.close();
        connection.close();
    }
}
