package parley.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.Event.Answer;

/** Every way in which a connection ends: whoever waits learns of it, with the reason. */
class ClientEndTest {

    private final Recorder listener = new Recorder();
    private FakeServer server;
    private Client client;

    @BeforeEach
    void connect() throws IOException {
        server = FakeServer.start();
        client = Client.connect(server.address(), listener);
        server.accept();
    }

    @AfterEach
    void close() throws IOException {
        client.drop();
        server.close();
    }

    @Test
    void theServersGoodbyeIsTheReason() throws Exception {
        CompletableFuture<Answer> waiting = client.send(new Command.Sync());
        server.hears();
        server.says("{\"on\":\"bye\",\"why\":\"the server is shutting down\"}");
        server.close();

        assertThat(listener.end()).isEqualTo("the server is shutting down");
        assertThat(failure(waiting)).isInstanceOf(Disconnected.class).hasMessage("the server is shutting down");
        assertThatThrownBy(() -> client.ask(new Command.Ping())).isInstanceOf(Disconnected.class)
                .hasMessage("the server is shutting down");
        assertThat(listener.ends()).isEqualTo(1);
    }

    @Test
    void aServerThatClosesWithoutAWordHasClosed() throws Exception {
        CompletableFuture<Answer> waiting = client.send(new Command.Sync());
        assertThat(waiting).isNotDone();
        server.hangsUp();

        assertThat(listener.end()).isEqualTo("the server closed the connection");
        assertThat(failure(waiting)).isInstanceOf(Disconnected.class).hasMessage("the server closed the connection");
    }

    @Test
    void aResetIsABrokenConnection() throws Exception {
        server.resets();

        assertThat(listener.end()).isEqualTo("the connection broke: Connection reset");
    }

    @Test
    void garbageFromTheServerEndsTheConnection() throws Exception {
        server.says("220 mail.example.org ESMTP");

        assertThat(listener.end()).startsWith("the connection broke: the server sent a line that is not JSON lines: ");
        assertThat(server.hears()).isNull();
    }

    @Test
    void bytesThatAreNotUtf8EndTheConnection() throws Exception {
        server.sends(new byte[]{'{', (byte) 0xff, '}', '\n'});

        assertThat(listener.end()).isEqualTo("the connection broke: the server sent a line that is not UTF-8");
    }

    @Test
    void aLineOfMoreThanAMegabyteEndsTheConnection() throws Exception {
        Thread.ofVirtual().start(() -> {
            try {
                server.sends("x".repeat((1 << 20) + 2).getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new AssertionError("the client gave up early", e);
            }
        });

        assertThat(listener.end())
                .isEqualTo("the connection broke: the server sent a line of more than 1048576 bytes");
    }

    @Test
    void anUnfinishedLineIsNothing() throws Exception {
        server.sends("{\"on\":\"pong\"}".getBytes(StandardCharsets.UTF_8));
        server.close();

        listener.end();
        assertThat(listener.events()).isEmpty();
    }

    @Test
    void quittingWaitsForTheGoodbye() throws Exception {
        Thread quitting = Thread.ofVirtual().start(() -> client.quit("off to bed"));
        assertThat(server.hears()).isEqualTo("{\"do\":\"quit\",\"why\":\"off to bed\",\"ref\":\"1\"}");
        server.says("{\"on\":\"said\",\"room\":\"#a\",\"cursor\":\"1\",\"from\":\"b\",\"text\":\"wait!\","
                + "\"at\":\"2026-01-31T12:00:00Z\"}");
        server.says("{\"on\":\"bye\",\"re\":\"1\",\"why\":\"off to bed\"}");
        server.hangsUp();

        assertThat(quitting.join(Duration.ofSeconds(10))).isTrue();
        assertThat(listener.end()).isEqualTo("off to bed");
        assertThat(listener.events()).hasSize(2);
        assertThat(server.hears()).isNull();
    }

    @Test
    void closingIsQuittingWithoutAReason() throws Exception {
        Thread closing = Thread.ofVirtual().start(client::close);
        assertThat(server.hears()).isEqualTo("{\"do\":\"quit\",\"ref\":\"1\"}");
        server.says("{\"on\":\"bye\",\"re\":\"1\",\"why\":\"quit\"}");
        server.hangsUp();

        assertThat(closing.join(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void aServerThatDoesNotSayGoodbyeIsLeftAllTheSame() {
        client.close();

        assertThat(listener.end()).isEqualTo("the connection was closed here");
    }

    @Test
    void aServerThatReadsNothingIsLeftAllTheSame() throws Exception {
        Thread talker = Thread.ofVirtual().start(() -> {
            while (listener.ends() == 0) {
                client.sendLine("x".repeat(100_000));
            }
        });
        await().until(() -> talker.getState() == Thread.State.WAITING);

        assertThat(Thread.ofVirtual().start(client::close).join(Duration.ofSeconds(10))).isTrue();
        assertThat(listener.end()).isEqualTo("the connection was closed here");
    }

    @Test
    void closingAfterTheEndIsNothing() throws Exception {
        server.close();
        listener.end();
        client.close();
        client.quit("again");
        client.drop();

        assertThat(listener.ends()).isEqualTo(1);
    }

    @Test
    void droppingEndsAtOnceAndWithoutAWord() throws Exception {
        CompletableFuture<Answer> waiting = client.send(new Command.Sync());
        client.drop();

        assertThat(listener.end()).isEqualTo("the connection was closed here");
        assertThat(failure(waiting)).isInstanceOf(Disconnected.class).hasMessage("the connection was closed here");
        assertThat(server.hears()).contains("sync");
        assertThat(server.hears()).isNull();
    }

    @Test
    void interruptingWhoeverSendsEndsTheConnection() {
        Thread.ofVirtual().start(() -> {
            Thread.currentThread().interrupt();
            client.sendLine("half a");
        });

        assertThat(listener.end()).isEqualTo("the connection was closed here");
    }

    @Test
    void hangingUpStillHearsWhatTheServerSays() throws Exception {
        client.hangUp();
        assertThat(server.hears()).isNull();
        server.says("{\"on\":\"left\",\"room\":\"#a\",\"nick\":\"b\",\"why\":\"quit\"}");
        assertThat(listener.ends()).isZero();
        server.close();

        listener.end();
        assertThat(listener.events()).containsExactly(new Event.Left("#a", "b", "quit"));
    }

    @Test
    void whatIsSentAfterTheEndFailsAtOnce() throws Exception {
        server.close();
        listener.end();

        assertThat(failure(client.send(new Command.Ping()))).isInstanceOf(Disconnected.class);
        client.sendLine("into the void");
    }

    private static Throwable failure(CompletableFuture<Answer> answer) {
        try {
            throw new AssertionError("there was an answer: " + answer.get(10, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (Exception e) {
            throw new AssertionError("there was neither answer nor end", e);
        }
    }
}
