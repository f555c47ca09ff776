package parley.chatd.core;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatd.core.Chat.assertRefused;

import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parley.chatd.engine.MemoryEngine;
import parley.protocol.Command.Restrict;
import parley.protocol.Event.Answer;
import parley.protocol.Event.Done;
import parley.protocol.Refusal;
import parley.protocol.Restriction;
import parley.protocol.Target;

/** Somebody opens a room while others use it: with what lasts of its past in hand, and nothing done with it yet. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // who waits for a lock hears no interrupt
final class OpenRoomsTest {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicBoolean isHeld = new AtomicBoolean();
    private final Engine memory = new MemoryEngine(1000);
    private final Chat chat = new Chat(engine());

    /** The next to be told what lasts in a room gets it only when it is let go on. */
    private Engine engine() {
        return (Engine) Proxy.newProxyInstance(Engine.class.getClassLoader(), new Class<?>[]{Engine.class},
                (proxy, method, arguments) -> {
                    Object result = method.invoke(memory, arguments);
                    if (method.getName().equals("state") && isHeld.compareAndSet(true, false)) {
                        asked.countDown();
                        goOn.await();
                    }
                    return result;
                });
    }

    @Test
    void othersComeAndGoMeanwhile() throws Exception {
        Person alice = chat.connect("alice");
        CompletableFuture<Answer> bob = comes(chat.connect("bob"));

        assertThat(alice.joins("#tea")).isEqualTo(Done.in("#tea"));
        assertThat(alice.says("#tea", "anybody?")).isInstanceOf(Done.class);
        goOn.countDown();

        assertThat(bob.get()).isEqualTo(Done.in("#tea"));
        assertThat(chat.server.rooms().find(Chat.room("#tea")).orElseThrow().nicks()).containsExactly("alice", "bob");
    }

    @Test
    void whoIsBannedMeanwhileStaysOutThoughTheRoomClosed() throws Exception {
        Person alice = chat.connect("alice");
        CompletableFuture<Answer> bob = comes(chat.connect("bob"));

        alice.joins("#tea");
        assertThat(alice.does(new Restrict(Restriction.BAN, "#tea", new Target.ByNick("bob"), null, null)))
                .isEqualTo(Done.in("#tea"));
        assertThat(alice.leaves("#tea", null)).isEqualTo(Done.in("#tea"));
        goOn.countDown();

        assertRefused(bob.get(), Refusal.BANNED);
    }

    /** Has somebody join a room that is not there, and be on the way when this returns. */
    private CompletableFuture<Answer> comes(Person person) throws InterruptedException {
        isHeld.set(true);
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> person.joins("#tea"));
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        return answer;
    }
}
