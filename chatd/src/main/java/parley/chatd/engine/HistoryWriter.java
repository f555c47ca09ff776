package parley.chatd.engine;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.chatd.core.RoomName;
import parley.protocol.Delivery;
import parley.protocol.Event.InRoom;
import parley.protocol.Event.Said;
import parley.protocol.json.JsonLines;

/**
 * Writes the history: what is put in is there for good with the next {@link #commit}, or not at all. One thread only.
 */
final class HistoryWriter implements AutoCloseable {

    /** How much is pruned, or made ready for search, between two commits at most, so that nobody waits for it. */
    private static final int AT_ONCE = 512;

    private final HistoryFile file;
    private final Retentions retentions;
    private final SearchIndex index;
    private Prepared prepared;
    private final Map<String, StoredRoom> rooms = new HashMap<>();
    private final Set<StoredRoom> touched = new HashSet<>();
    /** The rooms in which old messages are still to be looked for in this round. */
    private Iterator<StoredRoom> toPrune = Collections.emptyIterator();
    private long last;
    private long committed;

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

    HistoryWriter(HistoryFile file, Retentions retentions) throws SQLException {
        this.file = file;
        this.retentions = retentions;
        this.prepared = Prepared.of(file);
        this.index = SearchIndex.of(prepared.connection());
        load();
    }

    private void load() throws SQLException {
        try (Statement statement = prepared.connection().createStatement()) {
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
        }
    }

    private void know(StoredRoom room) {
        rooms.put(room.key, room);
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
        prepared.insert().setLong(1, cursor);
        prepared.insert().setLong(2, room.id);
        prepared.insert().setString(3, said.from());
        prepared.insert().setString(4, said.text());
        prepared.insert().setLong(5, said.at().toEpochMilli());
        prepared.insert().setString(6, ref);
        prepared.insert().setBoolean(7, said.notice());
        prepared.insert().executeUpdate();
        room.uncommitted++;
        touched.add(room);
    }

    /** Writes more than most messages have, in no room's name, and removes it, to see whether that can be done. */
    void tryOut() throws SQLException {
        try (Statement statement = prepared.connection().createStatement()) {
            statement.execute("INSERT OR REPLACE INTO state (room, place, event) VALUES (0, 'trial', zeroblob(65536))");
            prepared.connection().commit();
            statement.execute("DELETE FROM state WHERE room = 0");
            prepared.connection().commit();
        }
    }

    /** Puts what lasts of an event into its place; null empties it. */
    void put(RoomName name, String place, @Nullable InRoom event) throws SQLException {
        PreparedStatement statement = event == null ? prepared.drop() : prepared.keep();
        statement.setLong(1, room(name).id);
        statement.setString(2, place);
        if (event != null) {
            statement.setString(3, JsonLines.write(Delivery.of(event)));
        }
        statement.executeUpdate();
    }

    private StoredRoom room(RoomName name) throws SQLException {
        StoredRoom known = rooms.get(name.key());
        if (known != null) {
            return known;
        }
        try (PreparedStatement create =
                prepared.connection().prepareStatement("INSERT INTO room (key, name) VALUES (?, ?) RETURNING id")) {
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
        prepared.connection().commit();
        committed = last;
        for (StoredRoom room : touched) {
            room.messages += room.uncommitted;
            room.uncommitted = 0;
            room.created = false;
        }
        touched.clear();
    }

    private void prune(StoredRoom room) throws SQLException {
        int most = retentions.of(room.key).messages();
        int tooMany = room.messages + room.uncommitted - most;
        if (tooMany > most / 16) {
            prepared.pruneRoom().setLong(1, room.id);
            prepared.pruneRoom().setInt(2, Math.min(tooMany, AT_ONCE));
            room.uncommitted -= prepared.pruneRoom().executeUpdate();
        }
    }

    /**
     * Undoes everything since the last commit, so that what comes next does not commit half of it. It does so on a new
     * connection: when a disk is full, SQLite has undone it already, its driver does not know that, and has closed what
     * was prepared.
     */
    void rollback() throws SQLException {
        for (StoredRoom room : touched) {
            room.uncommitted = 0;
            if (room.created) {
                rooms.remove(room.key);
            }
        }
        touched.clear();
        close();
        prepared = Prepared.of(file);
    }

    /**
     * Prunes some of the messages that are too old, in a transaction of its own.
     *
     * @return whether there may be more of them
     */
    boolean pruneOld(Instant now) throws SQLException {
        if (!toPrune.hasNext()) {
            toPrune = List.copyOf(rooms.values()).iterator();
        }
        int left = AT_ONCE;
        for (int looked = 0; looked < AT_ONCE / 4 && left > 0 && toPrune.hasNext(); looked++) {
            left -= pruneOld(toPrune.next(), left, now);
        }
        commit();
        return left == 0 || toPrune.hasNext();
    }

    private int pruneOld(StoredRoom room, int most, Instant now) throws SQLException {
        prepared.pruneOld().setLong(1, room.id);
        prepared.pruneOld().setInt(2, most);
        prepared.pruneOld().setLong(3, now.minus(retentions.of(room.key).age()).toEpochMilli());
        int pruned = prepared.pruneOld().executeUpdate();
        if (pruned > 0) {
            room.uncommitted -= pruned;
            touched.add(room);
        }
        return pruned;
    }

    /** Whether a search would find everything. */
    boolean isIndexed() {
        return index.reaches(committed);
    }

    /** Makes some more messages ready for search, in a transaction of its own. That costs more than to store them. */
    void index() throws SQLException {
        index.add(prepared.connection(), committed, AT_ONCE);
    }

    /** All that lasts, by the key of its room and by its place. */
    Map<String, Map<String, InRoom>> states() throws SQLException {
        return StoredStates.read(prepared.connection());
    }

    @Override
    public void close() throws SQLException {
        prepared.connection().close();
    }
}
