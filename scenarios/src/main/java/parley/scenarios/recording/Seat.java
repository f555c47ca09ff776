package parley.scenarios.recording;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.recording.LineEnd;
import parley.scenarios.fence.Lookout;
import parley.scenarios.recording.Finding.Arrived;
import parley.scenarios.recording.Finding.Expected;

/** One of the recording's connections in this run: what is expected there, and what has come. Guarded by its play. */
final class Seat {

    private static final int REMEMBERED = 6;

    private final String who;
    private final String nick;
    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private final Deque<String> last = new ArrayDeque<>();
    private final Lookout lookout =
            new Lookout(line -> wire().ifPresent(open -> open.send(line, LineEnd.usual(line))));
    private volatile @Nullable Wire wire;
    private final boolean irc;
    private volatile boolean welcome;
    private volatile boolean gone;

    /** What of one lane has no partner yet; at most one of the two has anything. */
    private static final class Lane {
        private final Deque<Expected> expected = new ArrayDeque<>();
        private final Deque<Arrived> arrived = new ArrayDeque<>();
    }

    /** An expectation and what has come for it. */
    record Pair(Expected expected, Arrived got) {
    }

    /** @param nick the first one that it has in the recording; its name there, if it has none */
    Seat(String who, String nick, boolean irc) {
        this.who = who;
        this.irc = irc;
        this.nick = nick;
    }

    String who() {
        return who;
    }

    Optional<Wire> wire() {
        return Optional.ofNullable(wire);
    }

    /** What looks out for the signs of fences. */
    Lookout lookout() {
        return lookout;
    }

    void take(Wire given) {
        wire = given;
    }

    /** Expects a line; whatever has come in that lane already is its partner. */
    Optional<Pair> expect(Expected expected) {
        Lane lane = lane(expected.message());
        Arrived got = lane.arrived.poll();
        if (got == null) {
            lane.expected.add(expected);
            return Optional.empty();
        }
        return Optional.of(new Pair(expected, got));
    }

    /** Takes what has come; the first that is expected in that lane is its partner. */
    Optional<Pair> arrive(Arrived got) {
        Lane lane = lane(got.message());
        Expected expected = lane.expected.poll();
        if (expected == null) {
            lane.arrived.add(got);
            return Optional.empty();
        }
        return Optional.of(new Pair(expected, got));
    }

    private Lane lane(Message message) {
        return lanes.computeIfAbsent(message.lane(), name -> new Lane());
    }

    /** All that is expected and has not come. */
    List<Expected> expected() {
        return lanes.values().stream().flatMap(lane -> lane.expected.stream()).toList();
    }

    /** All that has come and is not expected. */
    List<Arrived> arrived() {
        return lanes.values().stream().flatMap(lane -> lane.arrived.stream()).toList();
    }

    /** Whether the other side has ended the connection. */
    boolean gone() {
        return gone;
    }

    /** Gives up what is expected, and what has come. */
    void clear() {
        lanes.clear();
    }

    /** Remembers a line for those who look into a failure. */
    void remember(String arrow, String text) {
        last.add(arrow + " " + text);
        if (last.size() > REMEMBERED) {
            last.remove();
        }
    }

    List<String> last() {
        return new ArrayList<>(last);
    }

    /** Takes note of whether the server has let the client in. */
    void learn(Message message) {
        gone |= message.isEnd();
        welcome |= message.name().equals("on welcomed") || message.name().equals("001");
    }

    /** Whether IRC is spoken here, rather than JSON lines. */
    boolean irc() {
        return irc;
    }

    boolean welcome() {
        return welcome;
    }

    /** The name that people know it by. */
    @Override
    public String toString() {
        return nick;
    }
}
