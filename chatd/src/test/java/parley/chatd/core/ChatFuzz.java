package parley.chatd.core;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import parley.chatd.dialect.JsonDialect;
import parley.chatd.engine.MemoryEngine;
import parley.protocol.Command;
import parley.protocol.Delivery;
import parley.protocol.Event;
import parley.protocol.Event.Said;
import parley.protocol.NotOfThisDialect;
import parley.protocol.json.JsonLines;
import parley.protocol.json.ReadRequest;
import parley.protocol.line.Line;
import parley.protocol.line.LineReader;

/**
 * Whatever a few clients send, each line is answered once and none of them notices more of the others than it should. A
 * line of the input begins with who it is from, a digit, and goes on with what they send; with a {@code -} instead, their
 * connection is gone; with a {@code +}, half a minute passes.
 */
public final class ChatFuzz {

    private static final int CLIENTS = 4;
    private static final int LINE_LIMIT = 400;
    private static final Duration LATER = Duration.ofSeconds(30);

    private final Chat chat = new Chat(settings(), new MemoryEngine(20));
    private final JsonDialect dialect = new JsonDialect();
    private final Person[] clients = new Person[CLIENTS];
    private final List<Person> everybody = new ArrayList<>();

    /** What the fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException, NotOfThisDialect {
        ChatFuzz fuzz = new ChatFuzz();
        InputStream steps = new ByteArrayInputStream(input);
        for (byte[] step = next(steps); step.length > 0; step = next(steps)) {
            fuzz.play(step);
        }
        fuzz.end();
    }

    /** Accounts and rooms of several kinds, but no operator of the server, who may do anything to anybody. */
    private static Settings settings() {
        Settings all = Society.settings();
        Map<String, Account> accounts = all.accounts().entrySet().stream()
                .filter(account -> !account.getKey().equals(Society.ROOT))
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Settings(all.server(), all.motd(), all.rooms(), accounts, all.limits());
    }

    /** Up to the end of a line, which belongs to it. */
    private static byte[] next(InputStream input) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int one = input.read(); one >= 0; one = input.read()) {
            line.write(one);
            if (one == '\n') {
                break;
            }
        }
        return line.toByteArray();
    }

    private void play(byte[] step) throws IOException {
        switch (step[0]) {
            case '+' -> chat.tick(LATER);
            case '-' -> {
                int who = step.length > 1 ? step[1] & (CLIENTS - 1) : 0;
                if (clients[who] != null) {
                    clients[who].disconnects("gone");
                    clients[who] = null;
                }
            }
            default -> send(step[0] & (CLIENTS - 1), step);
        }
    }

    private void send(int who, byte[] step) throws IOException {
        Person client = client(who);
        Map<Person, Integer> before = everybody.stream().collect(toMap(it -> it, it -> it.everything().size()));
        Set<Person> there = new HashSet<>(everybody.stream().filter(it -> !it.outbox().isClosed()).toList());
        InputStream bytes = new ByteArrayInputStream(step, 1, step.length - 1);
        Line line = new LineReader(Channels.newChannel(bytes), LINE_LIMIT).read();
        if (line == null) {
            return;
        }
        dialect.read(line, client.session());
        for (Person person : everybody) {
            List<Delivery> told = person.outbox().taken();
            List<Delivery> answers = told.subList(before.get(person), told.size()).stream()
                    .filter(it -> it.event() instanceof Event.Answer || it.re() != null).toList();
            if (person != client) {
                assertThat(answers.isEmpty(), "told to another: " + answers);
                assertThat(!there.contains(person) || !person.outbox().isClosed(), "another was ended");
            } else {
                assertAnsweredOnce(line, there.contains(client), answers);
            }
        }
    }

    /** Each client comes back when it sends again after its connection was gone. */
    private Person client(int who) {
        if (clients[who] == null) {
            clients[who] = chat.open();
            everybody.add(clients[who]);
        }
        return clients[who];
    }

    private static void assertAnsweredOnce(Line line, boolean there, List<Delivery> answers) {
        boolean asked = there && !(line instanceof Line.Text text && text.text().isBlank());
        if (!asked) {
            assertThat(answers.isEmpty(), "unasked " + answers);
            return;
        }
        assertThat(!answers.isEmpty() && Objects.equals(answers.getFirst().re(), ref(line)), line + ": " + answers);
        List<Delivery> more = answers.subList(1, answers.size());
        assertThat(more.stream().allMatch(it -> it.re() == null && mayFollow(answers.getFirst(), it.event())),
                line + ": " + answers);
    }

    /** A welcome is followed by a refusal for each room that cannot be resumed, the last refusal by a goodbye. */
    private static boolean mayFollow(Delivery answer, Event more) {
        return switch (answer.event()) {
            case Event.Welcomed welcomed -> more instanceof Event.Refused;
            case Event.Refused refused -> more instanceof Event.Bye;
            default -> false;
        };
    }

    private static String ref(Line line) {
        if (!(line instanceof Line.Text text)) {
            return null;
        }
        return switch (JsonLines.readRequest(text.text())) {
            case ReadRequest.Understood it -> it.request().ref();
            case ReadRequest.NotUnderstood it -> it.ref();
        };
    }

    private void end() throws NotOfThisDialect {
        assertNicksDiffer();
        assertOneOrder();
        for (Person person : everybody) {
            for (Delivery delivery : person.outbox().taken()) {
                assertThat(JsonLines.readDelivery(JsonLines.write(delivery)).isPresent(), "unreadable: " + delivery);
            }
        }
        assertServesOthers();
        for (Person client : clients) {
            if (client != null) {
                client.disconnects("over");
            }
        }
        assertThat(chat.server.sessionCount() == 0, "sessions are left");
        assertThat(chat.rooms().stream().allMatch(room -> room.members() == 0), "seats are left: " + chat.rooms());
    }

    private void assertNicksDiffer() {
        List<String> nicks = everybody.stream().map(it -> it.session().nick()).filter(Objects::nonNull).map(Nick::key)
                .toList();
        assertThat(nicks.size() == new HashSet<>(nicks).size(), "a nick has two owners: " + nicks);
    }

    private void assertOneOrder() {
        Map<String, String> said = new HashMap<>();
        for (Person person : everybody) {
            Map<String, Long> last = new HashMap<>();
            for (Event event : person.everything()) {
                if (event instanceof Said it && !it.past()) {
                    long place = Long.parseLong(it.cursor().value());
                    Long before = last.put(it.room(), place);
                    assertThat(before == null || before < place, "out of order: " + it);
                    String what = it.from() + ": " + it.text();
                    String other = said.putIfAbsent(it.room() + " " + place, what);
                    assertThat(other == null || other.equals(what), what + " stands where others saw " + other);
                }
            }
        }
    }

    /** Somebody who behaves well finds the server as it should be. */
    private void assertServesOthers() {
        Person ear = welcome("ear");
        Person mouth = welcome("mouth");
        ear.news();
        assertThat(mouth.says("is anybody there?") instanceof Event.Done, "a message was refused");
        assertThat(ear.heard().equals(List.of("is anybody there?")), "a message was not heard");
        assertThat(ear.does(new Command.Ping()) instanceof Event.Pong, "a ping was refused");
        ear.disconnects("over");
        mouth.disconnects("over");
    }

    private Person welcome(String name) {
        for (int i = 0; i <= CLIENTS; i++) {
            Person person = chat.open();
            if (person.hello(name + i) instanceof Event.Welcomed) {
                return person;
            }
            person.disconnects("taken");
        }
        throw new AssertionError("nobody is welcome");
    }

    private static void assertThat(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
