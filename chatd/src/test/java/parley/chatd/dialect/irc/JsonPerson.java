package parley.chatd.dialect.irc;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.chatd.core.ChatServer;
import parley.chatd.core.Origin;
import parley.chatd.core.Outbox;
import parley.chatd.core.Session;
import parley.chatd.core.Shared;
import parley.protocol.Command;
import parley.protocol.Delivery;
import parley.protocol.Event;

/** Somebody who speaks the commands and events themselves. */
final class JsonPerson {

    private final List<Event> events = new ArrayList<>();
    private final Session session;

    JsonPerson(ChatServer chat, String nick) {
        session = chat.open(new Heard(), Origin.local());
        does(new Command.Hello(nick));
    }

    /** Does something, and returns what came of it and before it. */
    List<Event> does(Command command) {
        session.execute("r", command);
        session.settle();
        return told();
    }

    synchronized List<Event> told() {
        List<Event> all = List.copyOf(events);
        events.clear();
        return all;
    }

    void disconnects(String why) {
        session.disconnected(why);
    }

    private synchronized void hear(Event event) {
        events.add(event);
    }

    private final class Heard implements Outbox {
        @Override
        public void offer(Shared shared) {
            shared.events().forEach(JsonPerson.this::hear);
        }

        @Override
        public void offer(@Nullable String re, Event event) {
            hear(event);
        }

        @Override
        public void offer(List<Delivery> answers) {
            answers.forEach(answer -> hear(answer.event()));
        }

        @Override
        public void awaitRead() {
            // A list is never full.
        }

        @Override
        public void close() {
            // A list needs no closing.
        }

        @Override
        public void cut() {
            // Nor cutting.
        }
    }
}
