package parley.chatd.dialect.irc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.chatd.core.Origin;
import parley.chatd.core.Outbox;
import parley.chatd.core.Session;
import parley.chatd.core.Shared;
import parley.chatd.dialect.Dialect;
import parley.protocol.Delivery;
import parley.protocol.Event;
import parley.protocol.line.Line;

/** Somebody at an IRC client: says lines, and remembers those that come. */
final class IrcPerson {

    private final Dialect dialect;
    private final Session session;
    private final List<byte[]> written = new ArrayList<>();
    private boolean closed;

    IrcPerson(Irc irc, Origin origin) {
        dialect = irc.network().connection();
        session = irc.chat().open(new Written(), origin, dialect.manner());
        dialect.begin(session, this::write);
    }

    private synchronized void write(byte[] bytes) {
        if (!closed && bytes.length > 0) {
            written.add(bytes);
        }
    }

    /** Sends lines, one after the other. */
    IrcPerson says(String... lines) {
        for (String line : lines) {
            dialect.read(new Line.Text(line), session);
        }
        session.settle();
        return this;
    }

    void sends(Line line) {
        dialect.read(line, session);
    }

    /** The lines since somebody last looked. */
    synchronized List<String> told() {
        String all = written.stream().map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        written.clear();
        return all.lines().toList();
    }

    /** The bytes since somebody last looked, as they were offered. */
    synchronized List<byte[]> bytes() {
        List<byte[]> all = List.copyOf(written);
        written.clear();
        return all;
    }

    /** What comes of saying this. */
    List<String> asks(String... lines) {
        told();
        return says(lines).told();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Returns once the server has said goodbye. */
    synchronized void awaitClosed() throws InterruptedException {
        while (!closed) {
            wait();
        }
    }

    void disconnects(String why) {
        session.disconnected(why);
        dialect.end();
    }

    Session session() {
        return session;
    }

    /** What a connection would do. */
    private final class Written implements Outbox {
        @Override
        public void offer(Shared shared) {
            write(dialect.encode(shared));
        }

        @Override
        public void offer(@Nullable String re, Event event) {
            write(dialect.encode(re, event));
        }

        @Override
        public void offer(List<Delivery> answers) {
            answers.forEach(answer -> offer(answer.re(), answer.event()));
        }

        @Override
        public void awaitRead() {
            // A list is never full.
        }

        @Override
        public void close() {
            synchronized (IrcPerson.this) {
                closed = true;
                IrcPerson.this.notifyAll();
            }
        }

        @Override
        public void cut() {
            close();
        }
    }
}
