package parley.chatd.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.chatd.core.RoomName;
import parley.protocol.Event.Said;
import parley.protocol.Event.TopicSet;

/**
 * Writes the history: what is put in is there for good with the next {@link #commit}, or not at all. One thread only.
 */
final class HistoryWriter implements AutoCloseable {

    /** How much is pruned, or made ready for search, between two commits at most, so that nobody waits for it. */
    private static final int AT_ONCE = 512;

    private final Connection connection;
    private final Retention retention;
    private final PreparedStatement insert;
    private final PreparedStatement topic;
    private final PreparedStatement pruneRoom;
    private final PreparedStatement pruneOld;
    private final Map<String, StoredRoom> rooms = new HashMap<>();
    private final Map<Long, StoredRoom> roomsById = new HashMap<>();
    private final Set<StoredRoom> touched = new HashSet<>();
    private long last;
    private long committed;
    private long indexed;

    /** A room as the file knows it, or will with the next commit. */
    private static final class StoredRoom {
        private final long id;
        private final String key;
        private int messages;
        private int uncommitted;
        private boolean created;

        StoredRoom(long id, String key, int messages) {
            this.id = id;
            this.key = key;
            this.messages = messages;
        }
    }

    HistoryWriter(Connection connection, Retention retention) throws SQLException {
        this.connection = connection;
        this.retention = retention;
        this.insert =
                connection.prepareStatement(
                        "INSERT INTO message (id, room, sender, text, at, ref) VALUES (?, ?, ?, ?, ?, ?)");
        this.topic = connection.prepareStatement("UPDATE room SET topic = ?, topic_by = ? WHERE id = ?");
        this.pruneRoom = connection.prepareStatement("DELETE FROM message WHERE id IN "
                + "(SELECT id FROM message WHERE room = ? ORDER BY id LIMIT ?)");
        this.pruneOld = connection.prepareStatement("DELETE FROM message WHERE id IN "
                + "(SELECT id FROM message ORDER BY id LIMIT ?) AND at < ? RETURNING room");
        load();
    }

    private void load() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("SELECT room.key, room.id, count(message.id) FROM room "
                    + "LEFT JOIN message ON message.room = room.id GROUP BY room.id")) {
                while (row.next()) {
                    know(new StoredRoom(row.getLong(2), row.getString(1), row.getInt(3)));
                }
            }
            try (ResultSet row = statement.executeQuery("SELECT seq FROM sqlite_sequence WHERE name = 'message'")) {
                last = row.next() ? row.getLong(1) : 0;
                committed = last;
            }
            try (ResultSet row = statement.executeQuery("SELECT last FROM indexed")) {
                indexed = row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private void know(StoredRoom room) {
        rooms.put(room.key, room);
        roomsById.put(room.id, room);
    }

    /** The next place in the order of all rooms. */
    long next() {
        return ++last;
    }

    /** The last place that was given out. */
    long last() {
        return last;
    }

    void put(long cursor, RoomName name, Said said, @Nullable String ref) throws SQLException {
        StoredRoom room = room(name);
        insert.setLong(1, cursor);
        insert.setLong(2, room.id);
        insert.setString(3, said.from());
        insert.setString(4, said.text());
        insert.setLong(5, said.at().toEpochMilli());
        insert.setString(6, ref);
        insert.executeUpdate();
        room.uncommitted++;
        touched.add(room);
    }

    void put(RoomName name, TopicSet set) throws SQLException {
        boolean cleared = set.text().isEmpty();
        topic.setString(1, cleared ? null : set.text());
        topic.setString(2, cleared ? null : set.from());
        topic.setLong(3, room(name).id);
        topic.executeUpdate();
    }

    private StoredRoom room(RoomName name) throws SQLException {
        StoredRoom known = rooms.get(name.key());
        if (known != null) {
            return known;
        }
        try (PreparedStatement create =
                connection.prepareStatement("INSERT INTO room (key, name) VALUES (?, ?) RETURNING id")) {
            create.setString(1, name.key());
            create.setString(2, name.text());
            try (ResultSet row = create.executeQuery()) {
                row.next();
                StoredRoom room = new StoredRoom(row.getLong(1), name.key(), 0);
                room.created = true;
                know(room);
                touched.add(room);
                return room;
            }
        }
    }

    /** Makes everything since the last commit lasting, and prunes a little of what has become too much. */
    void commit() throws SQLException {
        for (StoredRoom room : touched) {
            prune(room);
        }
        connection.commit();
        committed = last;
        for (StoredRoom room : touched) {
            room.messages += room.uncommitted;
            room.uncommitted = 0;
            room.created = false;
        }
        touched.clear();
    }

    private void prune(StoredRoom room) throws SQLException {
        int tooMany = room.messages + room.uncommitted - retention.messages();
        if (tooMany > retention.messages() / 16) {
            pruneRoom.setLong(1, room.id);
            pruneRoom.setInt(2, Math.min(tooMany, AT_ONCE));
            room.uncommitted -= pruneRoom.executeUpdate();
        }
    }

    /** Undoes everything since the last commit, so that what comes next does not commit half of it. */
    void rollback() throws SQLException {
        for (StoredRoom room : touched) {
            room.uncommitted = 0;
            if (room.created) {
                rooms.remove(room.key);
                roomsById.remove(room.id);
            }
        }
        touched.clear();
        connection.rollback();
    }

    /**
     * Prunes some of the messages that are too old, in a transaction of its own.
     *
     * @return whether there may be more of them
     */
    boolean pruneOld(Instant now) throws SQLException {
        pruneOld.setInt(1, AT_ONCE);
        pruneOld.setLong(2, now.minus(retention.age()).toEpochMilli());
        int pruned = 0;
        try (ResultSet row = pruneOld.executeQuery()) {
            while (row.next()) {
                StoredRoom room = roomsById.get(row.getLong(1));
                if (room != null) {
                    room.uncommitted--;
                    touched.add(room);
                }
                pruned++;
            }
        }
        commit();
        return pruned == AT_ONCE;
    }

    /** Whether a search would find everything. */
    boolean isIndexed() {
        return indexed >= committed;
    }

    /** Makes some more messages ready for search, in a transaction of its own. That costs more than to store them. */
    void index() throws SQLException {
        try (PreparedStatement add = connection.prepareStatement("INSERT INTO message_text (rowid, text) "
                + "SELECT id, text FROM message WHERE id > ? AND id <= ? ORDER BY id");
             PreparedStatement note = connection.prepareStatement("UPDATE indexed SET last = ?")) {
            long to = Math.min(committed, indexed + AT_ONCE);
            add.setLong(1, indexed);
            add.setLong(2, to);
            add.executeUpdate();
            note.setLong(1, to);
            note.executeUpdate();
            connection.commit();
            indexed = to;
        }
    }

    /** All topics that are set, by the key of their room. */
    Map<String, TopicSet> topics() throws SQLException {
        Map<String, TopicSet> topics = new HashMap<>();
        try (Statement statement = connection.createStatement();
             ResultSet row = statement
                     .executeQuery("SELECT key, name, topic_by, topic FROM room WHERE topic IS NOT NULL")) {
            while (row.next()) {
                topics.put(row.getString(1), new TopicSet(row.getString(2), row.getString(3), row.getString(4)));
            }
        }
        return topics;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
