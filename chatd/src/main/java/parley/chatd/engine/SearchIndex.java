package parley.chatd.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** How far the messages of a history are ready for search. One thread only. */
final class SearchIndex {

    private long last;

    private SearchIndex(long last) {
        this.last = last;
    }

    static SearchIndex of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
             ResultSet row = statement.executeQuery("SELECT last FROM indexed")) {
            return new SearchIndex(row.next() ? row.getLong(1) : 0);
        }
    }

    /** Whether everything up to a place can be found. */
    boolean reaches(long place) {
        return last >= place;
    }

    /**
     * Adds what comes next, in a transaction of its own.
     *
     * @param end the last place that may be added
     * @param most how many messages at most
     */
    void add(Connection connection, long end, int most) throws SQLException {
        try (PreparedStatement add = connection.prepareStatement("INSERT INTO message_text (rowid, text) "
                + "SELECT id, text FROM message WHERE id > ? AND id <= ? ORDER BY id");
             PreparedStatement note = connection.prepareStatement("UPDATE indexed SET last = ?")) {
            long to = Math.min(end, last + most);
            add.setLong(1, last);
            add.setLong(2, to);
            add.executeUpdate();
            note.setLong(1, to);
            note.executeUpdate();
            connection.commit();
            last = to;
        }
    }
}
