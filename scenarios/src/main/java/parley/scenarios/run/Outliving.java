package parley.scenarios.run;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.chatd.core.Engine;
import parley.chatd.core.Entry;
import parley.chatd.core.Nick;
import parley.chatd.core.RoomName;
import parley.protocol.Cursor;
import parley.protocol.Event.InRoom;

/** An engine in one of its server's lives: when that ends, the engine does not. */
record Outliving(Engine engine) implements Engine {

    @Override
    public void start(Committed listener) {
        engine.start(listener);
    }

    @Override
    public void append(List<Entry> run, Receipt receipt) {
        engine.append(run, receipt);
    }

    @Override
    public void fence(RoomName room) {
        engine.fence(room);
    }

    @Override
    public Page read(RoomName room, Span span) throws CursorUnknown, IOException {
        return engine.read(room, span);
    }

    @Override
    public Page search(RoomName room, String text, int limit) throws IOException {
        return engine.search(room, text, limit);
    }

    @Override
    public Map<String, Cursor> refs(RoomName room, String nick, Cursor after) throws CursorUnknown, IOException {
        return engine.refs(room, nick, after);
    }

    @Override
    public List<InRoom> state(RoomName room) {
        return engine.state(room);
    }

    @Override
    public boolean claim(Nick nick, long owner, Duration lease) {
        return engine.claim(nick, owner, lease);
    }

    @Override
    public boolean renew(Nick nick, long owner, Duration lease) {
        return engine.renew(nick, owner, lease);
    }

    @Override
    public void release(Nick nick, long owner) {
        engine.release(nick, owner);
    }

    @Override
    public Optional<String> trouble() {
        return engine.trouble();
    }

    @Override
    public void watch(Presence watcher) {
        engine.watch(watcher);
    }

    @Override
    public void close() {
        // There is another life.
    }
}
