package parley.chatd.core;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatd.core.Chat.LOBBY;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import parley.chatd.engine.MemoryEngine;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.Event.Bye;
import parley.protocol.Event.Left;
import parley.protocol.Refusal;

/** What becomes of those who are silent: half a minute for hello, two for a ping, four in all. */
class TickTest {

    private final Chat chat = new Chat();

    @Test
    void whoDoesNotSayHelloInTimeIsLetGo() {
        Person stranger = chat.open();
        chat.tick(Duration.ofSeconds(30).minusMillis(1));
        assertThat(stranger.everything()).isEmpty();
        chat.tick(Duration.ofMillis(1));

        assertThat(stranger.everything()).containsExactly(new Bye("no hello within 30s"));
        assertThat(stranger.outbox().isClosed()).isTrue();
    }

    @Test
    void nothingButHelloIsHello() {
        Person stranger = chat.open();
        for (int i = 0; i < 3; i++) {
            chat.tick(Duration.ofSeconds(9));
            stranger.does(new Command.Ping());
            stranger.session().refuse(null, new Event.Refused(Refusal.NOT_JSON, "", "Because."));
            stranger.hello("no nick");
        }
        chat.tick(Duration.ofSeconds(3));

        assertThat(stranger.everything()).last().isEqualTo(new Bye("no hello within 30s"));
    }

    @Test
    void whoseNickHasGoneToAnotherMeanwhileIsLetGo() {
        Engine memory = new MemoryEngine(10);
        Engine lost = (Engine) Proxy.newProxyInstance(Engine.class.getClassLoader(), new Class<?>[]{Engine.class},
                (proxy, method,
                        arguments) -> method.getName().equals("renew") ? false : method.invoke(memory, arguments));
        Chat away = new Chat(lost);
        Person alice = away.connect("alice");
        away.tick(Duration.ofSeconds(20));

        assertThat(alice.everything()).last().isEqualTo(new Bye("another has the nick now"));
    }

    @Test
    void aNickIsRenewedAFewTimesInItsLeaseAndNotWithEveryTick() {
        Engine memory = new MemoryEngine(10);
        AtomicInteger renewals = new AtomicInteger();
        Engine counting = engine(memory, method -> renewals.addAndGet(method.getName().equals("renew") ? 1 : 0));
        Chat counted = new Chat(counting);
        counted.connect("alice");
        for (int second = 0; second < 60; second++) {
            counted.tick(Duration.ofSeconds(1));
        }

        assertThat(renewals.get()).isBetween(2, 4);
    }

    private static Engine engine(Engine real, Consumer<Method> before) {
        return (Engine) Proxy.newProxyInstance(Engine.class.getClassLoader(), new Class<?>[]{Engine.class},
                (proxy, method, arguments) -> {
                    before.accept(method);
                    return method.invoke(real, arguments);
                });
    }

    @Test
    void whoIsSilentIsAskedForASignOfLifeOnce() {
        Person alice = chat.connect("alice");
        chat.tick(Duration.ofMinutes(2).minusMillis(1));
        assertThat(alice.news()).isEmpty();
        chat.tick(Duration.ofMillis(1));
        chat.tick(Duration.ofMinutes(1));

        assertThat(alice.news()).containsExactly(new Event.Ping());
    }

    @Test
    void anySignOfLifeWillDo() {
        Person alice = chat.connect("alice");
        chat.tick(Duration.ofMinutes(2));
        alice.does(new Command.Ping());
        chat.tick(Duration.ofMinutes(2).minusMillis(1));
        assertThat(alice.news()).containsExactly(new Event.Ping());
        alice.session().refuse(null, new Event.Refused(Refusal.NOT_JSON, "", "Because."));
        chat.tick(Duration.ofMinutes(2).minusMillis(1));
        assertThat(alice.news()).isEmpty();
        chat.tick(Duration.ofMillis(1));

        assertThat(alice.news()).containsExactly(new Event.Ping());
    }

    @Test
    void whoDoesNotAnswerHasTimedOut() {
        Person alice = chat.connect("alice");
        Person bob = chat.connect("bob");
        alice.news();
        chat.tick(Duration.ofMinutes(2));
        alice.does(new Command.Ping());
        chat.tick(Duration.ofMinutes(2));

        assertThat(bob.everything()).last().isEqualTo(new Bye("timed out"));
        assertThat(bob.outbox().isClosed()).isTrue();
        assertThat(alice.news()).containsExactly(new Event.Ping(), new Event.Ping(),
                new Left(LOBBY, "bob", "timed out"));
    }

    @Test
    void whoIsToldGoodbyeIsCutIfTheyDoNotReadIt() {
        Person alice = chat.connect("alice");
        alice.session().end("enough");
        chat.tick(Duration.ofSeconds(5).minusMillis(1));
        assertThat(alice.outbox().isCut()).isFalse();
        chat.tick(Duration.ofMillis(1));

        assertThat(alice.outbox().isCut()).isTrue();
    }

    @Test
    void whoHasQuitIsCutIfTheConnectionStays() {
        Person alice = chat.connect("alice");
        alice.quits(null);
        chat.tick(Duration.ofSeconds(5));

        assertThat(alice.outbox().isCut()).isTrue();
    }

    @Test
    void whoIsGoneIsLookedAfterNoMore() {
        Person alice = chat.connect("alice");
        alice.disconnects("connection closed");
        chat.tick(Duration.ofHours(1));

        assertThat(alice.outbox().isCut()).isFalse();
        assertThat(chat.server.sessionCount()).isZero();
    }
}
