package parley.chatd.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.chatd.core.Engine;
import parley.chatd.core.Engine.Span;
import parley.chatd.core.Entry;
import parley.chatd.core.RoomName;
import parley.protocol.Cursor;
import parley.protocol.Event;
import parley.protocol.Event.Said;

/** What only an engine with a file has to keep: the file. */
class FileHistoryTest {

    private static final RoomName ROOM = new RoomName("#room", "#room");
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    @TempDir
    Path folder;

    private Instant now = NOON;
    private final InstantSource clock = () -> now;

    @Test
    void remembersMessagesAndTopicsFromOneLifeToTheNext() throws Exception {
        try (FileEngine engine = open(Retention.DEFAULT)) {
            say(engine, "one");
            append(engine, new Event.TopicSet("#room", "alice", "Tea", NOON)).join();
        }
        try (FileEngine engine = open(Retention.DEFAULT)) {
            assertThat(texts(engine)).containsExactly("one");
            assertThat(engine.state(ROOM)).containsExactly(new Event.TopicSet("#room", "alice", "Tea", NOON));
            append(engine, new Event.TopicSet("#room", "alice", "")).join();
        }
        try (FileEngine engine = open(Retention.DEFAULT)) {
            assertThat(engine.state(ROOM)).isEmpty();
        }
    }

    @Test
    void neverGivesACursorTwiceEvenWhenAllMessagesArePruned() throws Exception {
        Cursor before;
        try (FileEngine engine = open(Retention.DEFAULT)) {
            before = say(engine, "old");
        }
        now = NOON.plus(Duration.ofDays(1000));
        try (FileEngine engine = open(Retention.DEFAULT)) {
            engine.fence(ROOM);
            say(engine, "this one makes it prune");
            assertThat(texts(engine)).doesNotContain("old");
            assertThat(Long.parseLong(say(engine, "new").value())).isGreaterThan(Long.parseLong(before.value()));
        }
    }

    @Test
    void keepsAsManyMessagesAsAskedAndNotManyMore() throws Exception {
        try (FileEngine engine = open(new Retention(160, Duration.ofDays(1)))) {
            for (int i = 0; i < 1000; i++) {
                say(engine, "message " + i);
            }
            assertThat(texts(engine)).hasSizeBetween(160, 171).endsWith("message 999");
        }
    }

    @Test
    void findsWhatIsKeptAndNothingElseFromOneLifeToTheNext() throws Exception {
        for (int life = 0; life < 3; life++) {
            try (FileEngine engine = open(new Retention(160, Duration.ofDays(1)))) {
                for (int i = 0; i < 300; i++) {
                    say(engine, "message " + life + " " + i);
                }
                List<String> found = engine.search(ROOM, "message", 1000).messages().stream().map(Said::text).toList();
                assertThat(found).isEqualTo(texts(engine));
                assertThat(engine.search(ROOM, life + " 299", 10).messages()).hasSize(1);
                sql("INSERT INTO message_text (message_text, rank) VALUES ('integrity-check', 1)");
            }
        }
    }

    @Test
    void keepsOfEachRoomWhatIsAskedForIt() throws Exception {
        Retention usual = new Retention(1000, Duration.ofDays(10));
        Retentions retentions = new Retentions(usual, Map.of("#room", new Retention(16, Duration.ofDays(1))));
        RoomName other = ((RoomName.Valid) RoomName.read("#other")).room();
        try (FileEngine engine = open(retentions)) {
            for (int i = 0; i < 100; i++) {
                say(engine, "message " + i);
                append(engine, other, said("message " + i)).join();
            }
            assertThat(texts(engine)).hasSizeBetween(16, 17).endsWith("message 99");
            assertThat(engine.read(other, new Span(null, null, 1_000_000)).messages()).hasSize(100);
        }
        now = now.plus(Duration.ofDays(2));
        try (FileEngine engine = open(retentions)) {
            append(engine, other, said("this one makes it prune")).join();
            append(engine, other, said("and this one waits until it has")).join();
            assertThat(texts(engine)).isEmpty();
            assertThat(engine.read(other, new Span(null, null, 1_000_000)).messages()).hasSize(102);
        }
    }

    /** Version 1 kept topics beside their rooms, and nothing else that lasts. */
    @Test
    void bringsAHistoryOfVersion1UpToDate() throws Exception {
        try (FileEngine engine = open(Retention.DEFAULT)) {
            say(engine, "kept");
        }
        for (String command : List.of("DROP TABLE state", "ALTER TABLE room ADD COLUMN topic TEXT",
                "ALTER TABLE room ADD COLUMN topic_by TEXT",
                "UPDATE room SET topic = 'Tea \"black\"', topic_by = 'alice'",
                "ALTER TABLE message DROP COLUMN notice", "PRAGMA user_version = 1")) {
            sql(command);
        }
        for (int life = 0; life < 2; life++) {
            try (FileEngine engine = open(Retention.DEFAULT)) {
                assertThat(texts(engine)).containsExactly("kept");
                assertThat(engine.state(ROOM)).containsExactly(new Event.TopicSet("#room", "alice", "Tea \"black\""));
            }
        }
    }

    @Test
    void bringsAHistoryOfVersion2UpToDate() throws Exception {
        try (FileEngine engine = open(Retention.DEFAULT)) {
            say(engine, "kept");
        }
        sql("ALTER TABLE message DROP COLUMN notice");
        sql("PRAGMA user_version = 2");
        for (int life = 0; life < 2; life++) {
            try (FileEngine engine = open(Retention.DEFAULT)) {
                assertThat(texts(engine)).startsWith("kept");
                say(engine, "life " + life);
            }
        }
    }

    @Test
    void isForItsOwnersEyesOnly() throws Exception {
        open(Retention.DEFAULT).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void refusesAFileThatIsInUse() throws Exception {
        try (FileEngine engine = open(Retention.DEFAULT)) {
            say(engine, "mine");
            refusedBecause("is in use by another chatd");
        }
    }

    @Test
    void refusesWhatIsNoDatabaseAndLeavesItAsItIs() throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "Dear diary, ".repeat(100));
        refusedBecause("is no SQLite database");
        assertThat(file()).hasContent("Dear diary, ".repeat(100));
    }

    @Test
    void refusesTheDatabaseOfAnotherProgram() throws Exception {
        Files.createDirectories(file().getParent());
        sql("CREATE TABLE recipes (name TEXT)");
        refusedBecause("not one of chatd's");
    }

    @Test
    void refusesTheFileOfANewerVersion() throws Exception {
        open(Retention.DEFAULT).close();
        sql("PRAGMA user_version = 7");
        refusedBecause("was written by a newer chatd: it has format 7");
    }

    @Test
    void refusesADamagedFile() throws Exception {
        try (FileEngine engine = open(Retention.DEFAULT)) {
            for (int i = 0; i < 2000; i++) {
                say(engine, "message " + i);
            }
        }
        byte[] bytes = Files.readAllBytes(file());
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 8192, (byte) 0x5a);
        Files.write(file(), bytes);
        refusedBecause("is damaged");
        assertThat(Files.readAllBytes(file())).isEqualTo(bytes);
    }

    @Test
    void refusesAFolderThatCannotBe() throws Exception {
        Files.writeString(folder.resolve("state"), "a file where the folder should be");
        refusedBecause("cannot be written");
    }

    @Test
    void refusesMessagesWhileTheyCannotBeStoredAndGoesOnAfterwards() throws Exception {
        try (FileEngine engine = open(Retention.DEFAULT)) {
            say(engine, "before");
            sql("CREATE TRIGGER full BEFORE INSERT ON message BEGIN SELECT RAISE(ABORT, 'no room'); END");
            CompletableFuture<Cursor> refused = append(engine, said("lost?"));
            assertThat(refused).failsWithin(Duration.ofSeconds(10)).withThrowableThat()
                    .withMessageContaining("no room");
            assertThat(append(engine, new Event.Joined("#room", "bob"))).as("comings and goings need no disk")
                    .succeedsWithin(Duration.ofSeconds(10));
            sql("DROP TRIGGER full");
            say(engine, "after");
            assertThat(texts(engine)).containsExactly("before", "after");
        }
    }

    private void refusedBecause(String why) {
        assertThatThrownBy(() -> open(Retention.DEFAULT).close()).isInstanceOf(HistoryUnusable.class)
                .hasMessageStartingWith("the history " + file()).hasMessageContaining(why);
    }

    private Path file() {
        return folder.resolve("state").resolve("history.db");
    }

    private FileEngine open(Retention retention) throws HistoryUnusable {
        return open(Retentions.all(retention));
    }

    private FileEngine open(Retentions retentions) throws HistoryUnusable {
        FileEngine engine = FileEngine.open(file(), Durability.PROCESS, retentions, clock);
        engine.start((cursor, entry) -> {
        });
        return engine;
    }

    private void sql(String command) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
             Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private Cursor say(Engine engine, String text) {
        return append(engine, said(text)).join();
    }

    private Said said(String text) {
        return new Said("#room", Cursor.NONE, "alice", text, now, false);
    }

    private static CompletableFuture<Cursor> append(Engine engine, Event.InRoom event) {
        return append(engine, ROOM, event);
    }

    private static CompletableFuture<Cursor> append(Engine engine, RoomName room, Event.InRoom event) {
        CompletableFuture<Cursor> receipt = new CompletableFuture<>();
        engine.append(List.of(new Entry(room, event, 1)), new Engine.Receipt() {
            @Override
            public void committed(List<Cursor> cursors) {
                receipt.complete(cursors.getFirst());
            }

            @Override
            public void failed(String why) {
                receipt.completeExceptionally(new IllegalStateException(why));
            }
        });
        return receipt;
    }

    private static List<String> texts(Engine engine) throws Exception {
        return engine.read(ROOM, new Span(null, null, 1_000_000)).messages().stream().map(Said::text).toList();
    }
}
