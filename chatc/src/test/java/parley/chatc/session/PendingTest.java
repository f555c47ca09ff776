package parley.chatc.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.protocol.Command;

class PendingTest {

    private final Pending pending = new Pending();

    @BeforeEach
    void connect() {
        pending.connect(new Live(null, null));
    }

    private static Asked say(long number) {
        return new Asked(number, new Command.Say("#lobby", "text " + number), "ref-" + number,
                new CompletableFuture<>());
    }

    private long next() {
        try {
            return pending.next().orElseThrow().number();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void one_message_is_under_way_at_a_time_and_what_is_none_does_not_wait_for_its_answer() throws Exception {
        pending.add(say(1));
        pending.add(say(2));
        assertThat(next()).isEqualTo(1);
        pending.add(Asked.signOfLife());
        assertThat(next()).isZero();
        CompletableFuture<Long> second = CompletableFuture.supplyAsync(this::next, Thread::startVirtualThread);
        assertThat(second).isNotDone();
        pending.answered(say(1));
        assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo(2);
    }

    @Test
    void what_is_asked_after_the_end_is_answered_by_it_too() {
        Asked before = say(1);
        Asked after = say(2);
        pending.add(before);
        pending.giveUp("gone");
        pending.add(after);
        assertThat(List.of(before, after)).allSatisfy(asked -> assertThat(asked.answer()).isCompletedExceptionally());
        assertThatThrownBy(after.answer()::join).cause().isInstanceOf(NotAnswered.class).hasMessage("gone");
    }

    @Test
    void what_came_too_fast_comes_again_when_its_time_has_come() {
        pending.add(say(1));
        pending.add(say(2));
        next();
        long before = System.nanoTime();
        pending.hold(say(1), Duration.ofMillis(30));
        assertThat(next()).isEqualTo(1);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(30));
    }

    @Test
    void what_was_sent_and_not_answered_comes_again_in_its_place() {
        pending.add(say(1));
        pending.add(say(2));
        next();
        pending.takeBack("lost");
        assertThat(next()).isEqualTo(1);
        pending.answered(say(1));
        assertThat(next()).isEqualTo(2);
    }
}
