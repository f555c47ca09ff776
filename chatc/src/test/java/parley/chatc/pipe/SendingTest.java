package parley.chatc.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.chatc.pipe.Messages.Message;
import parley.protocol.Command;
import parley.protocol.Cursor;
import parley.protocol.Event;
import parley.protocol.Refusal;

/** A server that is played by hand: each message waits for its answer until the test gives it. */
class SendingTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final FakeLater later = new FakeLater();
    private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
    private final Sending sending = new Sending(this::send, "#lobby", later);
    private final List<String> stored = new ArrayList<>();

    private record Asked(String text, CompletableFuture<Event.Answer> answer) {
    }

    private CompletableFuture<Event.Answer> send(Command command) {
        Asked message = new Asked(((Command.Say) command).text(), new CompletableFuture<>());
        asked.add(message);
        return message.answer();
    }

    private void pump(int count) {
        Iterator<Message> messages =
                IntStream.rangeClosed(1, count).mapToObj(n -> new Message(n, Integer.toString(n))).iterator();
        Thread.ofVirtual().start(() -> sending.pump(() -> messages.hasNext() ? messages.next() : null));
    }

    private void store() throws InterruptedException {
        Asked message = asked.take();
        stored.add(message.text());
        message.answer().complete(Event.Done.at("#lobby", new Cursor(message.text())));
    }

    private void store(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            store();
        }
    }

    private String refuse(Duration wait) throws InterruptedException {
        Asked message = asked.take();
        message.answer().complete(new Event.Refused(Refusal.RATE_LIMITED, "", "slower, please", wait));
        return message.text();
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toList();
    }

    @Test
    void what_came_too_fast_is_sent_again_in_its_order_after_the_time_the_server_said() throws Exception {
        pump(40);
        store(3);
        int refused = 0;
        while (later.isIdle()) { // nothing is sent again before all is answered
            assertThat(refuse(SECOND.multipliedBy(++refused))).isEqualTo(Integer.toString(refused + 3));
        }
        assertThat(later.pass()).isEqualTo(SECOND.multipliedBy(refused));
        store();
        while (stored.size() < refused + 3) {
            assertThat(later.pass()).isZero();
            store();
        }
        store(40 - stored.size());
        assertThat(stored).isEqualTo(numbers(1, 40));
        assertThat(sending.outcome().join()).isEqualTo(new Tally(40, 40, List.of()));
    }

    @Test
    void from_then_on_one_message_at_a_time_is_under_way() throws Exception {
        pump(100);
        store(30);
        while (later.isIdle()) {
            refuse(SECOND);
        }
        while (stored.size() < 100) {
            if (!later.isIdle()) {
                later.pass();
            }
            store();
            assertThat(asked.size()).isLessThanOrEqualTo(1);
        }
        assertThat(stored).isEqualTo(numbers(1, 100));
    }

    @Test
    void a_message_may_be_refused_again_and_again() throws Exception {
        pump(2);
        assertThat(refuse(SECOND)).isEqualTo("1");
        assertThat(refuse(SECOND)).isEqualTo("2");
        for (int i = 0; i < 5; i++) {
            assertThat(later.pass()).isEqualTo(SECOND);
            assertThat(refuse(SECOND)).isEqualTo("1");
        }
        later.pass();
        store();
        later.pass();
        store();
        assertThat(sending.outcome().join()).isEqualTo(new Tally(2, 2, List.of()));
        assertThat(stored).containsExactly("1", "2");
    }

    @Test
    void the_end_of_the_input_is_no_end_while_something_is_held() throws Exception {
        pump(1);
        refuse(SECOND);
        assertThat(sending.outcome()).isNotDone();
        later.pass();
        store();
        assertThat(sending.outcome().join()).isEqualTo(new Tally(1, 1, List.of()));
    }

    @Test
    void what_is_held_when_the_connection_ends_is_counted_as_not_stored() throws Exception {
        pump(1);
        refuse(SECOND);
        sending.giveUp(new Tally.Ended("gone"));
        assertThat(sending.outcome().join()).isEqualTo(new Tally(1, 0, List.of(new Tally.Ended("gone"))));
    }

    @Test
    void more_and_more_are_under_way_as_answers_come_but_no_more_than_a_bound() throws Exception {
        pump(10_000);
        int most = 0;
        for (int i = 0; i < 10_000; i++) {
            store();
            most = Math.max(most, asked.size());
        }
        assertThat(most).isLessThanOrEqualTo(Sending.WINDOW);
        assertThat(sending.outcome().join().stored()).isEqualTo(10_000);
    }

    @Test
    void any_other_refusal_is_final() throws Exception {
        pump(1);
        Event.Refused refused = new Event.Refused(Refusal.TEXT_INVALID, "", "no");
        asked.take().answer().complete(refused);
        assertThat(sending.outcome().join()).isEqualTo(new Tally(1, 0, List.of(new Tally.Refused(1, refused))));
    }
}
