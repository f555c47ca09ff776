package parley.chatd.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.chatd.CannotListen;
import parley.chatd.Daemon;
import parley.chatd.config.Config;
import parley.chatd.config.ConfigFile;
import parley.chatd.core.Engine;
import parley.chatd.engine.Durability;
import parley.chatd.engine.FileEngine;
import parley.chatd.engine.MemoryEngine;
import parley.chatd.engine.Retention;
import parley.chatd.engine.Retentions;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.Event.Done;
import parley.protocol.Event.Refused;
import parley.protocol.client.Client;
import parley.protocol.client.Inbox;

class HealthTest {

    private static final String CONFIG = "listen = [\"127.0.0.1:0\"]\n[metrics]\nlisten = \"127.0.0.1:%d\"\n";

    @TempDir
    Path folder;

    @Test
    void aServerThatServesIsWell() throws Exception {
        try (Daemon daemon = start(new MemoryEngine(10))) {
            HttpResponse<String> health = Scrape.get(daemon, "/health");
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.headers().firstValue("Content-Type")).contains("application/json");
            assertThat(health.body()).isEqualTo("{\"status\":\"ok\"}\n");
        }
    }

    @Test
    void aServerThatStopsIsNotWhileItCanStillBeAsked() throws Exception {
        Daemon daemon = start(new MemoryEngine(10));
        try (Socket slow = new Socket(daemon.address().host(), daemon.address().port())) {
            slow.getOutputStream().write("{\"do\":\"ping\"}\n".getBytes(StandardCharsets.UTF_8));
            assertThat(slow.getInputStream().read()).isEqualTo('{');
            Thread closing = Thread.startVirtualThread(daemon::close);
            await().until(() -> daemon.chat().isEnding());
            HttpResponse<String> health = Scrape.get(daemon, "/health");
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body())
                    .isEqualTo("{\"status\":\"trouble\",\"trouble\":\"the server is stopping\"}\n");
            slow.shutdownOutput();
            closing.join();
        }
    }

    @Test
    void aServerThatCannotStoreIsNotUntilItCanAgainThoughNobodySaysAnything() throws Exception {
        Path file = folder.resolve("history.db");
        try (Daemon daemon =
                start(FileEngine.open(file, Durability.PROCESS, Retentions.all(Retention.DEFAULT),
                        InstantSource.system()));
             Client alice = Client.connect(daemon.address(), new Inbox())) {
            alice.ask(new Command.Hello("alice"));
            sql(file, "CREATE TRIGGER full1 BEFORE INSERT ON message BEGIN SELECT RAISE(ABORT, 'no room'); END",
                    "CREATE TRIGGER full2 BEFORE INSERT ON state BEGIN SELECT RAISE(ABORT, 'no room'); END");
            assertThat(alice.ask(new Command.Say("#lobby", "lost"))).isInstanceOf(Refused.class);
            HttpResponse<String> health = Scrape.get(daemon, "/health");
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body()).startsWith("{\"status\":\"trouble\",\"trouble\":\"the history cannot be used")
                    .contains("no room");
            assertThat(((Event.Status) alice.ask(new Command.Status())).trouble()).contains("no room");

            sql(file, "DROP TRIGGER full1", "DROP TRIGGER full2");
            assertThat(Scrape.get(daemon, "/health").statusCode()).isEqualTo(200);
            assertThat(((Event.Status) alice.ask(new Command.Status())).trouble()).isNull();
            assertThat(alice.ask(new Command.Say("#lobby", "kept"))).isInstanceOf(Done.class);
        }
    }

    @Test
    void thereIsNoneUnlessAskedForAndAnAddressThatCannotBeHadIsNamed() throws Exception {
        try (Daemon plain = Daemon.start(Config.standard().onPort(0), new MemoryEngine(10));
             Daemon first = start(new MemoryEngine(10))) {
            assertThat(plain.metricsAddress()).isEmpty();
            int taken = first.metricsAddress().orElseThrow().port();
            Config config = ConfigFile.parse("test", CONFIG.formatted(taken));
            CannotListen refused = catchThrowableOfType(CannotListen.class,
                    () -> Daemon.start(config, new MemoryEngine(10)));
            assertThat(refused)
                    .hasMessageStartingWith("cannot listen at 127.0.0.1:" + taken + ": Address already in use");
        }
    }

    private static Daemon start(Engine engine) throws Exception {
        return Daemon.start(ConfigFile.parse("test", CONFIG.formatted(0)), engine);
    }

    private static void sql(Path file, String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
             Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
