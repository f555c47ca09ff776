package parley.chatd.core;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatd.Together.together;
import static parley.chatd.core.Chat.LOBBY;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import parley.protocol.Command.Sync;
import parley.protocol.Event;
import parley.protocol.Event.Done;
import parley.protocol.Event.Refused;
import parley.protocol.Event.Welcomed;
import parley.protocol.Refusal;

/** Many at once: a nick has one owner, and when all are gone nothing is left of them. */
class RaceTest {

    private final Chat chat = new Chat();

    @Test
    void ofManyWhoSayHelloUnderANickOneIsWelcome() throws Exception {
        for (int round = 0; round < 40; round++) {
            List<Person> people = together(8, number -> {
                Person person = chat.open();
                person.hello(number % 2 == 0 ? "Star" : "ｓｔａｒ");
                return List.of(person);
            });
            assertThat(people).filteredOn(person -> person.everything().getFirst() instanceof Welcomed).hasSize(1);
            assertThat(people).filteredOn(person -> person.everything().getFirst() instanceof Refused refused
                    && refused.why() == Refusal.NICK_TAKEN).hasSize(7);
            people.forEach(person -> person.disconnects("round over"));
        }
    }

    @Test
    void aNickThatIsTakenAndGivenBackAllTheTimeNeverHasTwoOwners() throws Exception {
        AtomicInteger owners = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Person> people = together(6, number -> {
            Person person = chat.connect("p" + number);
            for (int i = 0; i < 300; i++) {
                if (person.renamesTo("star") instanceof Done) {
                    most.accumulateAndGet(owners.incrementAndGet(), Math::max);
                    owners.decrementAndGet();
                    person.renamesTo("p" + number);
                }
            }
            return List.of(person);
        });

        assertThat(most).hasValue(1);
        people.forEach(person -> person.disconnects("over"));
        assertThat(chat.connect("star").says("it is me")).isInstanceOf(Done.class);
    }

    @Test
    void whenAllWhoCameAndWentAreGoneNothingIsLeft() throws Exception {
        List<String> nicks = together(6, number -> {
            Random random = new Random(number);
            List<String> used = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                Person person = chat.connect("n" + number + "x" + i, "#r" + random.nextInt(3), "#s" + i % 3);
                person.says("hi");
                person.renamesTo("m" + number + "x" + i);
                leave(person, random.nextInt(4));
                used.addAll(List.of("n" + number + "x" + i, "m" + number + "x" + i));
            }
            return used;
        });

        assertThat(chat.server.sessionCount()).isZero();
        assertThat(chat.rooms()).containsExactly(new Event.RoomInfo(LOBBY, "", 0));
        Person alone = chat.connect("alone");
        assertThat(nicks).allSatisfy(nick -> assertThat(alone.renamesTo(nick)).isEqualTo(Done.PLAIN));
    }

    private static void leave(Person person, int how) {
        switch (how) {
            case 0 -> person.quits("off");
            case 1 -> person.session().end("ended");
            case 2 -> person.leaves(LOBBY, null);
            default -> person.begins(new Sync());
        }
        person.disconnects("connection closed");
    }

    @Test
    void goodbyesFromSeveralSidesAreOne() throws Exception {
        for (int round = 0; round < 30; round++) {
            Person alice = chat.connect("alice" + round);
            together(4, number -> {
                switch (number) {
                    case 1 -> alice.disconnects("connection closed");
                    case 2 -> alice.session().end("timed out");
                    default -> chat.server.tick();
                }
                return List.of();
            });
            assertThat(alice.everything()).filteredOn(Event.Bye.class::isInstance).hasSizeLessThan(2);
        }
        assertThat(chat.rooms()).containsExactly(new Event.RoomInfo(LOBBY, "", 0));
    }

    @Test
    void whoComesWhileAllAreSentAwayIsSentAwayToo() throws Exception {
        for (int round = 0; round < 10; round++) {
            Chat closing = new Chat();
            AtomicInteger came = new AtomicInteger();
            CountDownLatch ended = new CountDownLatch(1);
            List<Person> people = together(4,
                    number -> number == 1 ? endAll(closing, came, ended) : come(closing, came, ended));

            assertThat(people).allSatisfy(person -> {
                assertThat(person.everything()).containsExactly(new Event.Bye("gone fishing"));
                assertThat(person.outbox().isClosed()).isTrue();
            });
        }
    }

    private static List<Person> come(Chat chat, AtomicInteger came, CountDownLatch ended) throws InterruptedException {
        List<Person> people = new ArrayList<>();
        while (ended.getCount() > 0 && people.size() < 500) {
            people.add(chat.open());
            came.incrementAndGet();
        }
        ended.await();
        people.add(chat.open());
        return people;
    }

    private static List<Person> endAll(Chat chat, AtomicInteger came, CountDownLatch ended) {
        while (came.get() < 50) {
            Thread.onSpinWait();
        }
        chat.server.endAll("gone fishing");
        ended.countDown();
        return List.of();
    }
}
