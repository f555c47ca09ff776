package parley.chatd.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import parley.protocol.Command;
import parley.protocol.Command.Hello;
import parley.protocol.Command.Join;
import parley.protocol.Command.Leave;
import parley.protocol.Command.Quit;
import parley.protocol.Command.Rename;
import parley.protocol.Command.Say;
import parley.protocol.Delivery;
import parley.protocol.Event;
import parley.protocol.Event.Answer;
import parley.protocol.Event.Happening;
import parley.protocol.Event.Said;

/** Somebody at a session: does things, and remembers everything that came of it. */
final class Person {

    private final RecordingOutbox outbox = new RecordingOutbox();
    private final Session session;
    private int lastRef;
    private int lookedAt;

    Person(ChatServer server) {
        this(server, Origin.local());
    }

    /** Somebody who comes from elsewhere. */
    Person(ChatServer server, Origin origin) {
        session = server.open(outbox, origin);
    }

    /** Does something, and returns its one answer, or null if none has come yet. */
    Answer does(Command command) {
        String ref = begins(command);
        List<Answer> answers = answersTo(ref);
        assertThat(answers).as("answers to %s", command).hasSizeLessThan(2);
        return answers.isEmpty() ? null : answers.getFirst();
    }

    /** Does something, and returns the ref that its answer will have. */
    String begins(Command command) {
        String ref = "r" + ++lastRef;
        session.execute(ref, command);
        return ref;
    }

    String begins(String room, String text) {
        return begins(new Say(room, text));
    }

    /** Does what came together, and returns the refs that it used. */
    List<String> together(Runnable commands) {
        int before = lastRef;
        session.together(commands);
        return IntStream.rangeClosed(before + 1, lastRef).mapToObj(number -> "r" + number).toList();
    }

    /** Those of the refs that were answered, in the order of the answers. */
    List<String> answered(List<String> refs) {
        return outbox.taken().stream().map(Delivery::re).filter(re -> re != null && refs.contains(re)).toList();
    }

    List<Answer> answersTo(String ref) {
        return outbox.taken().stream().filter(delivery -> ref.equals(delivery.re()))
                .map(delivery -> (Answer) delivery.event()).toList();
    }

    Answer hello(String nick) {
        return does(new Hello(nick));
    }

    Answer says(String text) {
        return says(Chat.LOBBY, text);
    }

    Answer says(String room, String text) {
        return does(new Say(room, text));
    }

    Answer joins(String room) {
        return does(new Join(room));
    }

    Answer leaves(String room, String why) {
        return does(new Leave(room, why));
    }

    Answer renamesTo(String nick) {
        return does(new Rename(nick));
    }

    Answer quits(String why) {
        return does(new Quit(why));
    }

    /** The connection is gone. */
    void disconnects(String why) {
        session.disconnected(why);
    }

    /** The happenings since somebody last looked. */
    List<Happening> news() {
        List<Delivery> all = outbox.taken();
        List<Delivery> fresh = all.subList(lookedAt, all.size());
        lookedAt = all.size();
        return fresh.stream().map(Delivery::event).filter(Happening.class::isInstance).map(Happening.class::cast)
                .toList();
    }

    /** What was said since somebody last looked. */
    List<String> heard() {
        return news().stream().filter(Said.class::isInstance).map(event -> ((Said) event).text()).toList();
    }

    /** Everything there ever was, answers and happenings. */
    List<Event> everything() {
        return outbox.taken().stream().map(Delivery::event).toList();
    }

    Session session() {
        return session;
    }

    RecordingOutbox outbox() {
        return outbox;
    }

    @Override
    public String toString() {
        return everything().toString();
    }
}
