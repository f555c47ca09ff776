package parley.chatd.dialect.irc;

import java.time.Instant;
import java.util.Optional;
import parley.chatd.core.Nick;
import parley.chatd.core.RoomName;
import parley.protocol.irc.IrcLine;

/**
 * MARKREAD (IRCv3 draft/read-marker): one person's clients tell each other how far that person has read. Whoever has an
 * account shares their markers with all who are logged in to it; the others have them for themselves. Nobody else sees
 * them.
 */
final class ReadMarkers {

    private ReadMarkers() {
    }

    static void markread(IrcSession client, IrcLine line) {
        String target = line.param(0);
        String point = line.param(1);
        if (target == null) {
            fail(client, "NEED_MORE_PARAMS", "MARKREAD has a target");
            return;
        }
        Optional<String> key = key(client, target);
        Optional<Instant> time = point == null ? Optional.empty() : ChatHistory.time(point);
        if (key.isEmpty()) {
            fail(client, "INVALID_PARAMS", "a target is a channel or a nick");
        } else if (point != null && time.isEmpty()) {
            fail(client, "INVALID_PARAMS", "a time is like timestamp=2026-01-31T12:00:00.000Z");
        } else {
            boolean isNews = time.filter(it -> markers(client).advance(key.get(), atMostNow(client, it))).isPresent();
            client.send(marker(client, target, key.get()));
            if (isNews) {
                tellOthers(client, target, key.get());
            }
        }
    }

    /** Nobody has read what is still to be said. */
    private static Instant atMostNow(IrcSession client, Instant time) {
        Instant now = client.network().now();
        return time.isAfter(now) ? now : time;
    }

    private static void tellOthers(IrcSession client, String target, String key) {
        client.session().accountName().ifPresent(account -> client.network().crowd().all().stream()
                .filter(other -> other != client && other.has(Cap.READ_MARKER))
                .filter(other -> other.session().accountName().filter(account::equals).isPresent())
                .forEach(other -> other.tell(marker(other, target, key))));
    }

    /** How far somebody has read in a room that they have come to. */
    static IrcLine marker(IrcSession client, String room) {
        return marker(client, room, key(client, room).orElse(room));
    }

    private static IrcLine marker(IrcSession client, String target, String key) {
        String time = markers(client).of(key).map(it -> "timestamp=" + EventLines.time(it)).orElse("*");
        return IrcLine.of("MARKREAD", target, time).from(client.network().name());
    }

    private static Markers markers(IrcSession client) {
        return client.session().accountName().map(client.network()::markers).orElseGet(client::markers);
    }

    private static Optional<String> key(IrcSession client, String target) {
        return target.startsWith("#")
                ? RoomName.read(target) instanceof RoomName.Valid valid
                        ? Optional.of(valid.room().key())
                        : Optional.empty()
                : client.nick(target).map(Nick::key);
    }

    private static void fail(IrcSession client, String code, String sentence) {
        client.send(IrcLine.of("FAIL", "MARKREAD", code, sentence).from(client.network().name()));
    }
}
