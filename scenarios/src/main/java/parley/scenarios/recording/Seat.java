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
    private final Lane.Court court;
    private volatile @Nullable Wire wire;
    private final boolean irc;
    private volatile boolean welcome;
    private volatile boolean gone;

    /** @param nick the first one that it has in the recording; its name there, if it has none */
    Seat(String who, String nick, boolean irc, Lane.Court court) {
        this.court = court;
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

    /** Where order counts for this line. */
    Lane lane(Message message) {
        return lanes.computeIfAbsent(message.lane(), name -> new Lane(this, court));
    }

    List<Lane> lanes() {
        return List.copyOf(lanes.values());
    }

    /** How many lines have still to come. */
    int missing() {
        int missing = 0;
        for (Lane lane : lanes.values()) {
            missing += lane.missing();
        }
        return missing;
    }

    /** All that is expected and has not come. */
    List<Expected> expected() {
        return lanes.values().stream().flatMap(lane -> lane.expected().stream()).toList();
    }

    /** All that has come and is not expected. */
    List<Arrived> arrived() {
        return lanes.values().stream().flatMap(lane -> lane.arrived().stream()).toList();
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
