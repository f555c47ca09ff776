package parley.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.protocol.Delivery;
import parley.protocol.Event;
import parley.protocol.Event.Told;

class InboxTest {

    private static final Duration NOW = Duration.ZERO;

    private final Inbox inbox = new Inbox();

    @Test
    void happeningsAreTakenInTheirOrder() throws Exception {
        arrive(told("one"), told("two"));

        assertThat(inbox.take(NOW)).contains(told("one"));
        assertThat(inbox.take()).isEqualTo(told("two"));
        assertThat(inbox.take(NOW)).isEmpty();
    }

    @Test
    void answersAndTheServersPingsAreNotKept() throws Exception {
        inbox.delivered(new Delivery("1", new Event.Pong()));
        inbox.delivered(new Delivery("2", Event.Done.PLAIN));
        inbox.delivered(new Delivery("3", new Event.Bye("quit")));
        arrive(new Event.Ping());

        assertThat(inbox.take(NOW)).isEmpty();
    }

    @Test
    void whoWaitsGetsWhatArrives() throws Exception {
        CompletableFuture<Event> taken = taking();
        arrive(told("here"));

        assertThat(taken.get(10, TimeUnit.SECONDS)).isEqualTo(told("here"));
    }

    @Test
    void whoWaitsInVainGetsNothing() throws Exception {
        assertThat(inbox.take(Duration.ofMillis(20))).isEmpty();
        assertThat(inbox.take(Duration.ofMillis(-1))).isEmpty();
    }

    @Test
    void theEndComesAfterEverythingElse() throws Exception {
        arrive(told("last words"));
        inbox.ended(new Disconnected("gone"));

        assertThat(inbox.take(NOW)).contains(told("last words"));
        assertThatThrownBy(() -> inbox.take(NOW)).isInstanceOf(Disconnected.class).hasMessage("gone");
        assertThatThrownBy(inbox::take).isInstanceOf(Disconnected.class).hasMessage("gone");
    }

    @Test
    void theEndWakesWhoWaits() {
        CompletableFuture<Event> taken = taking();
        inbox.ended(new Disconnected("gone"));

        assertThatThrownBy(() -> taken.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(Disconnected.class);
    }

    @Test
    void oneEventGoesToOneTaker() throws Exception {
        Set<Event> taken = ConcurrentHashMap.newKeySet();
        List<Thread> takers = IntStream.range(0, 4).mapToObj(i -> Thread.ofVirtual().start(() -> takeAll(taken)))
                .toList();
        IntStream.range(0, 1000).forEach(i -> arrive(told("event " + i)));
        inbox.ended(new Disconnected("gone"));
        for (Thread taker : takers) {
            taker.join();
        }

        assertThat(taken).hasSize(1000);
    }

    private void takeAll(Set<Event> taken) {
        try {
            while (true) {
                assertThat(taken.add(inbox.take())).as("taken once").isTrue();
            }
        } catch (Disconnected e) {
            assertThat(e).hasMessage("gone");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private CompletableFuture<Event> taking() {
        CompletableFuture<Event> taken = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                taken.complete(inbox.take());
            } catch (Disconnected | InterruptedException e) {
                taken.completeExceptionally(e);
            }
        });
        return taken;
    }

    private void arrive(Event... events) {
        for (Event event : events) {
            inbox.delivered(Delivery.of(event));
        }
    }

    private static Told told(String text) {
        return new Told("bob", text, Instant.EPOCH);
    }
}
