package parley.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.protocol.Address;
import parley.protocol.Dialect;
import parley.scenarios.language.Parser;
import parley.scenarios.language.Step;

class GuestTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String WELCOME =
            "{\"on\":\"welcomed\",\"re\":\"1\",\"nick\":\"bot\",\"server\":\"x\",\"rooms\":[\"#lobby\"],\"motd\":\"\"}";

    private final Guest guest = new Guest("bot", PATIENCE);
    private final Cast cast = new Cast(PATIENCE);
    private final AtomicInteger fences = new AtomicInteger();

    @BeforeEach
    void comesIn() throws Exception {
        CompletableFuture<Void> knock = CompletableFuture.runAsync(() -> {
            try {
                guest.knock(Dialect.JSON, within -> fences.incrementAndGet()).orElseThrow().hearing().told(WELCOME);
            } catch (InterruptedException e) {
                throw new CompletionException(e);
            }
        }, command -> Thread.ofVirtual().start(command));
        guest.connect(Map.of(Dialect.JSON, new Address("127.0.0.1", 1)), "bot");
        knock.join();
    }

    private static Step.Act step(String text) throws Exception {
        return (Step.Act) Parser.step(text);
    }

    /** The next step is another client's, and the server has to have done this one by then. */
    @Test
    void what_it_has_done_the_server_has_done_before_the_next_step() throws Exception {
        guest.did("{\"do\":\"say\",\"room\":\"#lobby\",\"text\":\"one\"}", List.of("bot says in #lobby one"));
        assertThat(guest.act(step("bot says in #lobby one"), cast)).isEmpty();
        assertThat(fences).hasValue(1);
    }

    @Test
    void what_it_has_not_done_and_what_is_its_own_business_nobody_asks_the_server_for() throws Exception {
        guest.did("{\"do\":\"say\",\"room\":\"#lobby\",\"text\":\"two\"}", List.of("bot says in #lobby two"));
        assertThat(guest.act(step("bot says in #lobby one"), cast)).isPresent();
        assertThat(guest.act(step("bot pings"), cast)).isEmpty();
        assertThat(fences).hasValue(0);
    }
}
