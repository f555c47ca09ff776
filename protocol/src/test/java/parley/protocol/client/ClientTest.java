package parley.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.protocol.Address;
import parley.protocol.Command;
import parley.protocol.Cursor;
import parley.protocol.Event;
import parley.protocol.Event.Answer;
import parley.protocol.Event.Done;
import parley.protocol.Refusal;
import parley.protocol.Request;

class ClientTest {

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
    void aCommandGoesOutWithARefAndItsAnswerComesBack() throws Exception {
        CompletableFuture<Answer> answer = client.send(new Command.Say("#tea", "hi"));
        assertThat(server.hears()).isEqualTo("{\"do\":\"say\",\"room\":\"#tea\",\"text\":\"hi\",\"ref\":\"1\"}");
        server.says("{\"on\":\"done\",\"re\":\"1\",\"room\":\"#tea\",\"cursor\":\"42\"}");

        assertThat(get(answer)).isEqualTo(Done.at("#tea", new Cursor("42")));
    }

    @Test
    void askingWaitsForTheAnswerWhichMayBeARefusal() throws Exception {
        CompletableFuture<Answer> asked = asking(new Command.Rename("bob"));
        server.hears();
        server.says("{\"on\":\"refused\",\"re\":\"1\",\"why\":\"nick-taken\",\"text\":\"bob is in use\"}");

        assertThat(get(asked)).isEqualTo(new Event.Refused(Refusal.NICK_TAKEN, "", "bob is in use"));
    }

    @Test
    void answersFindTheirCommandsInAnyOrder() throws Exception {
        List<CompletableFuture<Answer>> answers =
                IntStream.range(0, 3).mapToObj(i -> client.send(new Command.Say("#tea", "hi"))).toList();
        for (String ref : List.of("3", "1", "2")) {
            server.says("{\"on\":\"done\",\"re\":\"" + ref + "\",\"room\":\"#room" + ref + "\"}");
        }

        assertThat(get(answers.get(0))).isEqualTo(Done.in("#room1"));
        assertThat(get(answers.get(1))).isEqualTo(Done.in("#room2"));
        assertThat(get(answers.get(2))).isEqualTo(Done.in("#room3"));
    }

    @Test
    void whoComesBackUsesNoRefAgain() throws Exception {
        CompletableFuture<Answer> welcome =
                client.send(new Command.Hello("alice", false, Map.of("#tea", new Cursor("42"))));
        CompletableFuture<Answer> answer = client.send(new Command.Say("#tea", "hi"));
        server.hears();
        String ref = server.hears().replaceAll(".*\"ref\":\"(.*)\"}", "$1");
        server.says("{\"on\":\"done\",\"re\":\"" + ref + "\",\"room\":\"#tea\"}");

        assertThat(ref).hasSizeBetween(10, Request.MAX_REF_LENGTH);
        assertThat(welcome).isNotDone();
        assertThat(get(answer)).isEqualTo(Done.in("#tea"));
    }

    @Test
    void theListenerHearsEverythingInTheOrderOfTheWire() throws Exception {
        CompletableFuture<Answer> answer = client.send(new Command.Ping());
        server.says("{\"on\":\"joined\",\"room\":\"#tea\",\"nick\":\"bob\"}");
        server.says("{\"on\":\"news\",\"from\":\"the future\"}");
        server.says("{\"on\":\"pong\",\"re\":\"1\"}");
        server.says("{\"on\":\"left\",\"room\":\"#tea\",\"nick\":\"bob\",\"why\":\"quit\"}");
        server.close();

        assertThat(get(answer)).isEqualTo(new Event.Pong());
        listener.end();
        assertThat(listener.events()).containsExactly(new Event.Joined("#tea", "bob"), new Event.Pong(),
                new Event.Left("#tea", "bob", "quit"));
    }

    @Test
    void anAnswerToNothingIsOnlyHeard() throws Exception {
        CompletableFuture<Answer> answer = client.send(new Command.Ping());
        server.says("{\"on\":\"pong\",\"re\":\"77\"}");
        server.says("{\"on\":\"pong\"}");
        server.says("{\"on\":\"joined\",\"re\":\"1\",\"room\":\"#tea\",\"nick\":\"bob\"}");
        server.says("{\"on\":\"done\",\"re\":\"1\"}");

        assertThat(get(answer)).isEqualTo(Done.PLAIN);
    }

    @Test
    void theServersPingIsAnswered() throws Exception {
        server.says("{\"on\":\"ping\"}");

        assertThat(server.hears()).isEqualTo("{\"do\":\"ping\"}");
    }

    @Test
    void aLineIsSentAsItIs() throws Exception {
        client.sendLine("not JSON at all ✓");

        assertThat(server.hears()).isEqualTo("not JSON at all ✓");
    }

    @Test
    void manyThreadsSendWholeLines() throws Exception {
        String text = "x".repeat(5000);
        List<Thread> talkers = IntStream.range(0, 8)
                .mapToObj(i -> Thread.ofVirtual()
                        .start(() -> IntStream.range(0, 50).forEach(n -> client.sendLine(i + text + i))))
                .toList();
        for (int i = 0; i < 400; i++) {
            String line = server.hears();
            assertThat(line).isEqualTo(line.charAt(0) + text + line.charAt(0));
        }
        for (Thread talker : talkers) {
            talker.join();
        }
    }

    @Test
    void whereNobodyListensNoConnectionComesAbout() throws IOException {
        Address closed;
        try (FakeServer gone = FakeServer.start()) {
            closed = gone.address();
        }

        assertThatThrownBy(() -> Client.connect(closed, listener)).isInstanceOf(Unreachable.class)
                .hasMessage("no server to talk to at " + closed + ": Connection refused");
        assertThat(listener.ends()).isZero();
    }

    @Test
    void aHostThatIsNotThereIsSaidToBe() {
        assertThatThrownBy(() -> Client.connect(new Address("nobody.invalid", 7667), listener))
                .isInstanceOf(Unreachable.class)
                .hasMessage("no server to talk to at nobody.invalid:7667: there is no host of that name");
    }

    private CompletableFuture<Answer> asking(Command command) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                answer.complete(client.ask(command));
            } catch (IOException | InterruptedException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    private static Answer get(CompletableFuture<Answer> answer) throws Exception {
        return answer.get(10, TimeUnit.SECONDS);
    }
}
