package parley.chatd.engine;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
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

    private static final String IN_ROOM = " FROM message WHERE room = (SELECT id FROM room WHERE key = ?) AND ";
    private static final String MESSAGE = "SELECT id, sender, text, at, notice" + IN_ROOM;

    private final Connection connection;
    private final PreparedStatement after;
    private final PreparedStatement before;
    private final PreparedStatement from;
    private final PreparedStatement last;
    private final PreparedStatement search;
    private final PreparedStatement refs;
    private final PreparedStatement pruned;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("history-reader").daemon().factory());

    HistoryReader(Connection connection) throws SQLException {
        this.connection = connection;
        this.after = connection.prepareStatement(MESSAGE + "id > ? AND id < ? ORDER BY id LIMIT ?");
        this.before = connection.prepareStatement(MESSAGE + "id > ? AND id < ? ORDER BY id DESC LIMIT ?");
        this.from = connection.prepareStatement("SELECT id, at" + IN_ROOM + "id >= ? ORDER BY id LIMIT 1");
        this.last = connection.prepareStatement("SELECT max(id)" + IN_ROOM + "true");
        this.search = connection
                .prepareStatement("SELECT id, sender, message.text, at, notice FROM message_text JOIN message "
                        + "ON id = message_text.rowid WHERE room = (SELECT id FROM room WHERE key = ?) "
                        + "AND message_text MATCH ? ORDER BY id DESC LIMIT ?");
        this.refs = connection.prepareStatement(
                "SELECT ref, id" + IN_ROOM + "id > ? AND sender = ? AND ref IS NOT NULL");
        this.pruned = connection.prepareStatement("SELECT pruned FROM room WHERE key = ?");
    }

    /** The messages next after a place, up to another. */
    Page after(RoomName room, long from, long to, int limit) throws IOException {
        return read(() -> {
            connection.setAutoCommit(false); // both see the file at one moment, whatever is pruned in between
            try {
                Page page = query(after, room, from, to, limit);
                return new Page(page.messages(), page.more(), from < Math.min(pruned(room), to - 1));
            } finally {
                connection.setAutoCommit(true);
            }
        });
    }

    /** The messages next before a place. */
    Page before(RoomName room, long to, int limit) throws IOException {
        return read(() -> {
            Page backwards = query(before, room, 0, to, limit);
            return new Page(backwards.messages().reversed(), backwards.more());
        });
    }

    /**
     * The place of the last message that was said before a time, or 0. Cursors and times both grow, so that it is found
     * by halving, without an index that each message would have to be put into.
     *
     * @param time in milliseconds since 1970
     */
    long lastBefore(RoomName room, long time) throws IOException {
        return read(() -> {
            long earlier = 0;
            long end = lastPlace(room) + 1;
            while (earlier + 1 < end) {
                long middle = earlier + (end - earlier) / 2;
                long found = firstFrom(room, middle, time);
                earlier = found == 0 ? earlier : found;
                end = found == 0 ? middle : end;
            }
            return earlier;
        });
    }

    private long lastPlace(RoomName room) throws SQLException {
        last.setString(1, room.key());
        try (ResultSet row = last.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** The first message from a place on, if it was said before a time; otherwise 0. */
    private long firstFrom(RoomName room, long place, long time) throws SQLException {
        from.setString(1, room.key());
        from.setLong(2, place);
        try (ResultSet row = from.executeQuery()) {
            return row.next() && row.getLong(2) < time ? row.getLong(1) : 0;
        }
    }

    /** The newest messages that have all the words. */
    Page search(RoomName room, String text, int limit) throws IOException {
        Set<String> words = Words.of(text);
        return words.isEmpty() ? new Page(List.of(), false) : read(() -> {
            search.setString(1, room.key());
            search.setString(2, "\"" + String.join("\" \"", words) + "\""); // quoted, so that none is an operator
            search.setLong(3, limit + 1L);
            Page backwards = page(search, room, limit);
            return new Page(backwards.messages().reversed(), backwards.more());
        });
    }

    /** What somebody said after a place and marked with a ref. */
    Map<String, Cursor> refs(RoomName room, String nick, long from) throws IOException {
        return read(() -> {
            refs.setString(1, room.key());
            refs.setLong(2, from);
            refs.setString(3, nick);
            Map<String, Cursor> found = new HashMap<>();
            try (ResultSet row = refs.executeQuery()) {
                while (row.next()) {
                    found.put(row.getString(1), new Cursor(row.getString(2)));
                }
            }
            return found;
        });
    }

    private long pruned(RoomName room) throws SQLException {
        pruned.setString(1, room.key());
        try (ResultSet row = pruned.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private <T> T read(Callable<T> query) throws IOException {
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
    private static Page query(PreparedStatement query, RoomName room, long from, long to, int limit)
            throws SQLException {
        query.setString(1, room.key());
        query.setLong(2, from);
        query.setLong(3, to);
        query.setLong(4, limit + 1L);
        return page(query, room, limit);
    }

    private static Page page(PreparedStatement query, RoomName room, int limit) throws SQLException {
        List<Said> messages = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                messages.add(new Said(room.text(), new Cursor(row.getString(1)), row.getString(2), row.getString(3),
                        Instant.ofEpochMilli(row.getLong(4)), true, row.getBoolean(5)));
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
