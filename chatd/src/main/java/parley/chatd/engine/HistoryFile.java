package parley.chatd.engine;

import java.io.Closeable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The SQLite file that a history lives in: opens it for one process alone, makes its tables or checks them, and refuses
 * whatever it would have to damage.
 */
final class HistoryFile implements Closeable {

    /** Marks the file as chatd's: "Prly". */
    private static final int APPLICATION = 0x50726c79;
    private static final int VERSION = 3;

    private static final String STATE = """
            CREATE TABLE state (
                room INTEGER NOT NULL REFERENCES room,
                place TEXT NOT NULL, -- what of the room it is: a topic, a ban, a role
                event TEXT NOT NULL, -- a JSON line
                PRIMARY KEY (room, place)
            ) WITHOUT ROWID""";

    /** What makes a file of version 1, which kept topics and nothing else, one of version 2. */
    private static final List<String> FROM_1_TO_2 = List.of(STATE,
            "INSERT INTO state SELECT id, 'topic', json_object('on', 'topic', 'room', name, 'from', topic_by, "
                    + "'text', topic) FROM room WHERE topic IS NOT NULL",
            "ALTER TABLE room DROP COLUMN topic", "ALTER TABLE room DROP COLUMN topic_by", "PRAGMA user_version = 2");

    /** And of version 2, which did not know a notice, one of version 3. */
    private static final List<String> FROM_2_TO_3 = List.of(
            "ALTER TABLE message ADD COLUMN notice INTEGER NOT NULL DEFAULT 0", "PRAGMA user_version = 3");
    private static final List<List<String>> UPGRADES = List.of(FROM_1_TO_2, FROM_2_TO_3);

    private static final List<String> SCHEMA = List.of("""
            CREATE TABLE room (
                id INTEGER PRIMARY KEY,
                key TEXT NOT NULL UNIQUE,
                name TEXT NOT NULL,
                pruned INTEGER NOT NULL DEFAULT 0 -- the last message that is no longer kept
            )""", """
            CREATE TABLE message (
                id INTEGER PRIMARY KEY AUTOINCREMENT, -- the cursor: never given twice, even when all were pruned
                room INTEGER NOT NULL REFERENCES room,
                sender TEXT NOT NULL,
                text TEXT NOT NULL,
                at INTEGER NOT NULL, -- milliseconds since 1970
                ref TEXT, -- the mark that its author gave it
                notice INTEGER NOT NULL DEFAULT 0 -- 1 if no program is to reply to it by itself
            )""", STATE, "CREATE INDEX message_by_room ON message (room, id)", """
            CREATE VIRTUAL TABLE message_text USING fts5 (
                text, content = 'message', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
            )""", """
            CREATE TABLE indexed (
                last INTEGER NOT NULL -- up to which message_text has the messages
            )""", "INSERT INTO indexed VALUES (0)", """
            CREATE TRIGGER message_pruned AFTER DELETE ON message BEGIN
                INSERT INTO message_text (message_text, rowid, text)
                    SELECT 'delete', old.id, old.text FROM indexed WHERE old.id <= last;
                UPDATE room SET pruned = max(pruned, old.id) WHERE id = old.room;
            END""", "PRAGMA application_id = " + APPLICATION,
            "PRAGMA user_version = " + VERSION);

    private final Path file;
    private final Durability durability;
    private final HistoryLock lock;

    private HistoryFile(Path file, Durability durability, HistoryLock lock) {
        this.file = file;
        this.durability = durability;
        this.lock = lock;
    }

    /** Opens the file, which comes into being if need be, with its folder, for its owner's eyes only. */
    static HistoryFile open(Path file, Durability durability) throws HistoryUnusable {
        HistoryFile history = new HistoryFile(file, durability, HistoryLock.take(file));
        try (Connection connection = history.connect()) {
            history.prepare(connection);
            return history;
        } catch (SQLException e) {
            history.close();
            throw new HistoryUnusable(file, sentence(e), e);
        } catch (HistoryUnusable e) {
            history.close();
            throw e;
        }
    }

    /** A connection of its own for one thread at a time. */
    Connection connect() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(10_000);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    private void prepare(Connection connection) throws SQLException, HistoryUnusable {
        if (number(connection, "SELECT count(*) FROM sqlite_schema") == 0) {
            create(connection);
        } else {
            int version = check(connection);
            tryToWrite(connection);
            for (int from = Math.max(1, version); from < VERSION; from++) {
                execute(connection, UPGRADES.get(from - 1));
            }
        }
    }

    private void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
        }
        execute(connection, SCHEMA);
    }

    /** All of it, or nothing. */
    private static void execute(Connection connection, List<String> commands) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String command : commands) {
                statement.execute(command);
            }
            connection.commit();
        }
    }

    /** The version of the file, once it is known to be one of chatd's that is whole. */
    private int check(Connection connection) throws SQLException, HistoryUnusable {
        if (number(connection, "PRAGMA application_id") != APPLICATION) {
            throw new HistoryUnusable(file, "is a database, but not one of chatd's");
        }
        int version = number(connection, "PRAGMA user_version");
        if (version > VERSION) {
            throw new HistoryUnusable(file, "was written by a newer chatd: it has format " + version
                    + ", and this one knows formats up to " + VERSION + "; run the newer chatd");
        }
        String state = text(connection, "PRAGMA quick_check(1)");
        if (!state.equals("ok")) {
            throw new HistoryUnusable(file,
                    "is damaged (" + state.lines().reduce((a, b) -> b).orElse("") + "); restore "
                            + "it from a backup, or move it away to begin a new one");
        }
        return version;
    }

    /** A file that can only be read is found out now, not when the first message is lost. */
    private static void tryToWrite(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("ROLLBACK");
        }
    }

    /** What chatd says of SQLite's failure. */
    static String sentence(SQLException e) {
        SQLiteErrorCode code =
                e instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        return switch (code) {
            case SQLITE_NOTADB -> "is not a chatd history: it is no SQLite database; move it away or name another file";
            case SQLITE_CORRUPT -> "is damaged; restore it from a backup, or move it away to begin a new one";
            case SQLITE_FULL -> "cannot be written: the disk is full";
            default -> code.name().startsWith("SQLITE_READONLY") || code.name().startsWith("SQLITE_CANTOPEN")
                    ? "cannot be written: check the permissions of the file and its folder"
                    : code.name().startsWith("SQLITE_CORRUPT")
                            ? "is damaged; restore it from a backup, or move it away to begin a new one"
                    : code.name().startsWith("SQLITE_IOERR")
                            ? "cannot be written: the disk has failed (" + code.name() + ")"
                    : "cannot be used: " + e.getMessage() + because(e.getCause());
        };
    }

    private static String because(@Nullable Throwable cause) {
        return cause == null ? "" : ": " + cause.getMessage();
    }

    /** Begins to write: with a write-ahead log, so that readers and the writer do not wait for each other. */
    Connection connectToWrite() throws SQLException {
        Connection connection = connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous = " + durability.synchronous());
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static int number(Connection connection, String query) throws SQLException {
        return Integer.parseInt(text(connection, query));
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(query)) {
            return result.next() ? result.getString(1) : "";
        }
    }

    @Override
    public void close() {
        lock.close();
    }
}
