package parley.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import parley.protocol.Address;
import parley.protocol.Command;
import parley.protocol.Cursor;
import parley.protocol.Event;
import parley.protocol.Refusal;

/** Servers that misbehave: scenarios neither pass by mistake nor hang. */
final class MannersTest {

    private static final Event.Said HI = new Event.Said("#lobby", new Cursor("1"), "bob", "hi", Instant.EPOCH, false);

    @Test
    void whatComesJustBeforeTheFenceIsSeen() throws InterruptedException {
        try (Puppet puppet = Puppet.with((request, wire) -> {
            if (request.command() instanceof Command.Sync || request.command() instanceof Command.Say) {
                wire.send(null, HI);
            }
            return false;
        })) {
            assertThat(Playing.fails("alice connects\nalice sees nothing", puppet.address()).problem())
                    .isEqualTo("alice saw something");
            assertThat(Playing.fails("alice connects\nalice does not see bob say hi", puppet.address()).problem())
                    .isEqualTo("alice saw it");
            assertThat(Playing.fails("""
                    alice connects
                    alice says hi
                    alice sees nothing but bob say hi
                    """, puppet.address()).problem()).isEqualTo("alice saw more than that");
        }
    }

    @Test
    void whatComesTwiceIsTooMuch() throws InterruptedException {
        try (Puppet puppet = Puppet.with((request, wire) -> {
            if (request.command() instanceof Command.Say) {
                wire.send(null, HI);
                wire.send(null, HI);
            }
            return false;
        })) {
            assertThat(Playing.fails("""
                    alice connects
                    alice says hi
                    alice sees nothing but bob say hi
                    """, puppet.address()).problem()).isEqualTo("alice saw more than that");
        }
    }

    @Test
    void whoWasToldGoodbyeIsNotConnectedAnyMore() throws InterruptedException {
        try (Puppet puppet = Puppet.with((request, wire) -> {
            if (request.command() instanceof Command.Say) {
                wire.send(null, new Event.Bye("enough"));
            }
            return request.command() instanceof Command.Say;
        })) {
            Playing.passes("""
                    alice and bob connect
                    alice sends {"do":"say","room":"#lobby","text":"hi"}
                    alice sees goodbye enough
                    alice connects
                    alice sends {"do":"say","room":"#lobby","text":"hi"}
                    alice sees goodbye enough
                    alice resumes
                    """, puppet.address());
        }
    }

    @Test
    void oneAnswerIsEnough() throws InterruptedException {
        try (Puppet puppet = Puppet.with((request, wire) -> {
            if (request.command() instanceof Command.Say) {
                wire.answer(request, Event.Done.PLAIN);
            }
            return false;
        })) {
            assertThat(Playing.fails("alice connects\nalice says hi\nalice sees nothing", puppet.address()).text())
                    .contains("alice saw something").contains("came      done");
        }
    }

    @Test
    void whatTheLanguageHasNoWordForCounts() throws InterruptedException {
        try (Puppet puppet = Puppet.with((request, wire) -> {
            if (request.command() instanceof Command.Say) {
                wire.line("{\"on\":\"fireworks\"}");
            }
            return false;
        })) {
            Failure failure = Playing.fails("alice connects\nalice says hi\nalice sees nothing", puppet.address());
            assertThat(failure.text()).contains("came      line {\"on\":\"fireworks\"}");
            Playing.passes("alice connects\nalice says hi\nalice sees nothing but line *fireworks*", puppet.address());
        }
    }

    @Test
    void signsOfLifeDoNotCount() throws InterruptedException {
        try (Puppet puppet = Puppet.with((request, wire) -> {
            if (request.command() instanceof Command.Say) {
                wire.send(null, new Event.Ping());
            }
            return false;
        })) {
            Playing.passes("alice connects\nalice says hi\nalice sees nothing", puppet.address());
        }
    }

    @Test
    void aServerMayWaitBeforeItSpeaksAndIsHeardAtOnce() throws InterruptedException {
        CountDownLatch looking = new CountDownLatch(1);
        try (Puppet puppet = Puppet.with((request, wire) -> {
            if (request.command() instanceof Command.Ping) {
                looking.countDown();
            }
            if (request.command() instanceof Command.Say) {
                Thread.ofVirtual().start(() -> {
                    await(looking);
                    wire.send(null, HI);
                });
            }
            return false;
        })) {
            Playing.passes("""
                    alice and bob connect
                    alice says hi
                    alice sees nothing
                    bob sends {"do":"ping"}
                    alice sees nothing but bob say hi within 1m
                    """, puppet.address());
        }
    }

    @Test
    void anAbsenceMayBeWatchedForAWhile() throws InterruptedException {
        try (Puppet puppet = Puppet.with((request, wire) -> {
            if (request.command() instanceof Command.Say) {
                wire.answer(request, Event.Done.PLAIN);
                Thread.ofVirtual().start(() -> wire.send(null, HI));
            }
            return request.command() instanceof Command.Say;
        })) {
            assertThat(Playing.fails("alice connects\nalice says x\nalice sees nothing within 1m", puppet.address())
                    .problem()).isEqualTo("alice saw something");
            assertThat(Playing.fails("""
                    alice connects
                    alice says x
                    alice does not see bob say * within 1m
                    """, puppet.address()).problem()).isEqualTo("alice saw it");
            Playing.passes("alice connects\nalice sees nothing within 5ms", puppet.address());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aServerThatDoesNotAnswerIsNotWaitedForWithoutEnd() throws InterruptedException {
        try (Puppet puppet = Puppet.with((request, wire) -> request.command() instanceof Command.Join)) {
            assertThat(Playing.failsInTheEnd("alice connects\nalice joins #a", puppet.address()).problem())
                    .startsWith("the server did not answer alice within ");
        }
    }

    @Test
    void aServerThatDoesNotFenceIsNotTakenForSilent() throws InterruptedException {
        try (Puppet puppet = Puppet.with((request, wire) -> request.command() instanceof Command.Sync)) {
            assertThat(Playing.failsInTheEnd("alice connects\nalice sees nothing", puppet.address()).problem())
                    .startsWith("the server did not answer alice within ");
        }
    }

    @Test
    void aServerThatGoesIsNotTakenForSilent() throws InterruptedException {
        try (Puppet puppet = Puppet.with((request, wire) -> {
            if (request.command() instanceof Command.Sync) {
                wire.close();
            }
            return false;
        })) {
            assertThat(Playing.fails("alice connects\nalice sees nothing", puppet.address()).problem())
                    .startsWith("alice's connection is over: ");
        }
    }

    @Test
    void aServerThatSaysGoodbyeIsSeen() throws InterruptedException {
        try (Puppet puppet = Puppet.with((request, wire) -> {
            if (request.command() instanceof Command.Say) {
                wire.answer(request, Event.Done.PLAIN);
                wire.send(null, new Event.Bye("enough"));
                wire.close();
            }
            return request.command() instanceof Command.Say;
        })) {
            Playing.passes("alice connects\nalice says hi\nalice sees nothing but goodbye enough", puppet.address());
            assertThat(Playing.fails("alice connects\nalice says hi\nalice sees nothing", puppet.address()).problem())
                    .isEqualTo("alice saw something");
        }
    }

    @Test
    void theEndOfAConnectionEndsTheWait() throws InterruptedException {
        try (Puppet puppet = Puppet.with((request, wire) -> {
            if (request.command() instanceof Command.Say) {
                wire.answer(request, Event.Done.PLAIN);
                wire.close();
            }
            return request.command() instanceof Command.Say;
        })) {
            assertThat(Playing.fails("alice connects\nalice says hi\nalice sees bob join", puppet.address()).problem())
                    .startsWith("alice's connection is over: ");
        }
    }

    @Test
    void aRefusalThatDoesNotSayOfWhatIsStillTheAnswer() throws InterruptedException {
        try (Puppet puppet = Puppet.with((request, wire) -> {
            if (request.command() instanceof Command.Say) {
                wire.send(null, new Event.Refused(Refusal.LINE_TOO_LONG, "", "too long"));
            }
            return request.command() instanceof Command.Say;
        })) {
            Playing.passes("alice connects\nalice says hi\nalice sees refusal line-too-long", puppet.address());
        }
    }

    @Test
    void aServerThatDoesNotNoticeADropFailsTheStep() throws IOException, InterruptedException {
        try (ServerSocket listener = new ServerSocket(0)) {
            Thread.ofVirtual().start(() -> welcomeAndNeverClose(listener));
            Address address = new Address("127.0.0.1", listener.getLocalPort());
            assertThat(Playing.failsInTheEnd("alice connects\nalice drops", address).problem())
                    .startsWith("the server did not end alice's connection within ")
                    .endsWith(": it may not have noticed that alice is gone");
        }
    }

    private static void welcomeAndNeverClose(ServerSocket listener) {
        List<Socket> sockets = new ArrayList<>();
        try {
            while (true) {
                sockets.add(listener.accept());
                String welcome = "{\"on\":\"welcomed\",\"re\":\"1\",\"nick\":\"alice\",\"server\":\"x\"}\n";
                sockets.getLast().getOutputStream().write(welcome.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            assertThat(sockets).isNotEmpty(); // the test is over
        }
    }

    @Test
    void aServerThatIsNotThereIsNamed() throws IOException, InterruptedException {
        try (Socket taken = new Socket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)); // and nobody listens there
            Address nowhere = new Address("127.0.0.1", taken.getLocalPort());
            assertThat(Playing.fails("alice connects", nowhere).problem())
                    .startsWith("no server to talk to at " + nowhere);
        }
    }

    @Test
    void everyoneElsesFenceComesFirst() throws InterruptedException {
        List<String> order = new CopyOnWriteArrayList<>();
        try (Puppet puppet = Puppet.with((request, wire) -> {
            switch (request.command()) {
                case Command.Hello hello -> wire.nick(hello.nick());
                case Command.Sync sync -> order.add(wire.nick());
                default -> {
                    // Not what this is about.
                }
            }
            return false;
        })) {
            Playing.passes("alice, bob and carol connect\nbob sees nothing", puppet.address());
        }
        assertThat(order).hasSize(3).endsWith("bob");
    }
}
