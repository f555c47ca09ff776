package parley.scenarios.recording;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a mark of the recording is in this run. Each has one value, and no two have the same: so a mark that the recording
 * has in several places is held to be the same in all of them. Of each kind, the last twenty thousand are known.
 */
final class Bindings {

    private static final int MOST = 20_000;

    private final Map<String, Space> spaces = new HashMap<>();
    private final Map<String, String> otherNicks = new LinkedHashMap<>();

    /** The marks of one kind, in both directions. */
    private static final class Space {
        private final Map<String, String> live = bounded();
        private final Map<String, String> recorded = bounded();

        private static Map<String, String> bounded() {
            return new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                    return size() > MOST;
                }
            };
        }
    }

    /** Which kind of mark it is; a client's own marks are its own. */
    private static String key(String who, Field field) {
        return field.space().equals(Field.REF) ? who + " " + Field.REF : field.space();
    }

    /** What this mark of the recording is in this run; null if that is not known. */
    @Nullable String live(String who, Field recorded) {
        Space space = spaces.get(key(who, recorded));
        return space == null ? null : space.live.get(recorded.value());
    }

    /** What this run's mark is in the recording; itself, if that is not known. */
    String recorded(String who, Field live) {
        Space space = spaces.get(key(who, live));
        return space == null ? live.value() : space.recorded.getOrDefault(live.value(), live.value());
    }

    /** Whether the recording's value can be this one: it is known to be, or nothing speaks against it. */
    boolean agrees(String who, Field recorded, String live) {
        Space space = spaces.computeIfAbsent(key(who, recorded), name -> new Space());
        String known = space.live.get(recorded.value());
        if (known != null) {
            return known.equals(live);
        }
        String other = space.recorded.get(live);
        if (other != null && !other.equals(recorded.value())) {
            return false;
        }
        return recorded.declares() || recorded.value().equals(live);
    }

    /** Takes note that it is. */
    void bind(String who, Field recorded, String live) {
        Space space = spaces.computeIfAbsent(key(who, recorded), name -> new Space());
        space.live.put(recorded.value(), live);
        space.recorded.put(live, recorded.value());
        if (recorded.space().equals(Field.NICK) && !recorded.value().equals(live)) {
            otherNicks.put(recorded.value(), live);
        }
    }

    /** A text of the recording as it would be in this run: with the nicks that people have now. */
    String text(String recorded) {
        String text = recorded;
        for (Map.Entry<String, String> nick : otherNicks.entrySet()) {
            text = Words.replace(text, nick.getKey(), nick.getValue());
        }
        return text;
    }
}
