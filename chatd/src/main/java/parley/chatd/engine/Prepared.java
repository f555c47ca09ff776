package parley.chatd.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A connection with a transaction begun, and what is done there again and again. */
record Prepared(Connection connection, PreparedStatement insert, PreparedStatement keep, PreparedStatement drop,
        PreparedStatement pruneRoom, PreparedStatement pruneOld) {

    static Prepared of(HistoryFile file) throws SQLException {
        Connection connection = file.connectToWrite();
        try {
            Prepared prepared = on(connection);
            connection.commit(); // what was looked up for this is not to be all that the first transaction sees
            return prepared;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static Prepared on(Connection connection) throws SQLException {
        return new Prepared(connection,
                connection.prepareStatement(
                        "INSERT INTO message (id, room, sender, text, at, ref, notice) VALUES (?, ?, ?, ?, ?, ?, ?)"),
                connection.prepareStatement("INSERT OR REPLACE INTO state (room, place, event) VALUES (?, ?, ?)"),
                connection.prepareStatement("DELETE FROM state WHERE room = ? AND place = ?"),
                connection.prepareStatement("DELETE FROM message WHERE id IN "
                        + "(SELECT id FROM message WHERE room = ? ORDER BY id LIMIT ?)"),
                connection.prepareStatement("DELETE FROM message WHERE id IN "
                        + "(SELECT id FROM message WHERE room = ? ORDER BY id LIMIT ?) AND at < ?"));
    }
}
