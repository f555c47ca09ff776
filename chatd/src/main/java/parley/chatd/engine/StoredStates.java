package parley.chatd.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import parley.protocol.Delivery;
import parley.protocol.Event.InRoom;
import parley.protocol.NotOfThisDialect;
import parley.protocol.json.JsonLines;

/** What a history has of rooms that {@linkplain parley.chatd.core.Lasting lasts}. */
final class StoredStates {

    private StoredStates() {
    }

    /** All of it, by the key of its room and by its place. */
    static Map<String, Map<String, InRoom>> read(Connection connection) throws SQLException {
        Map<String, Map<String, InRoom>> states = new HashMap<>();
        try (Statement statement = connection.createStatement();
             ResultSet row = statement.executeQuery("SELECT room.key, place, event FROM state "
                     + "JOIN room ON room.id = state.room ORDER BY state.room, place")) {
            while (row.next()) {
                Map<String, InRoom> state = states.computeIfAbsent(row.getString(1), key -> new LinkedHashMap<>());
                state.put(row.getString(2), event(row.getString(3)));
            }
        }
        return states;
    }

    private static InRoom event(String line) throws SQLException {
        try {
            if (JsonLines.readDelivery(line).map(Delivery::event).orElse(null) instanceof InRoom event) {
                return event;
            }
        } catch (NotOfThisDialect e) {
            throw new SQLException("it has an event that cannot be read: " + line, e);
        }
        throw new SQLException("it has an event that no room has: " + line);
    }
}
