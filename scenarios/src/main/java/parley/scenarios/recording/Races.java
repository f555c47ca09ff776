package parley.scenarios.recording;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Whose acts raced in a recording: one acted without having seen what the other had done just before, so the server may
 * do the two in either order. The last few who acted are known. One thread.
 */
final class Races {

    private static final int MOST = 16;

    /** By nick: the line of its last act. */
    private final Map<String, Long> acted = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST;
        }
    };
    /** By two nicks: the line at which the first was told last of something that the second did. */
    private final Map<String, Map<String, Long>> told = new HashMap<>();
    private final Map<String, Set<String>> racing = new HashMap<>();

    /** Somebody does something. */
    void acts(String nick, long line) {
        for (Map.Entry<String, Long> other : Map.copyOf(acted).entrySet()) {
            if (!other.getKey().equals(nick)) {
                boolean saw = told.getOrDefault(nick, Map.of()).getOrDefault(other.getKey(), 0L) > other.getValue();
                set(nick, other.getKey(), !saw);
                set(other.getKey(), nick, !saw);
            }
        }
        acted.put(nick, line);
    }

    private void set(String one, String other, boolean races) {
        Set<String> others = racing.computeIfAbsent(one, key -> new HashSet<>());
        if (races) {
            others.add(other);
        } else {
            others.remove(other);
        }
    }

    /** Somebody is told of what somebody did. */
    void tells(String nick, String author, long line) {
        if (acted.containsKey(author)) {
            told.computeIfAbsent(nick, key -> new HashMap<>()).put(author, line);
        }
    }

    /** With whom this one races now. */
    Set<String> with(String nick) {
        return Set.copyOf(racing.getOrDefault(nick, Set.of()));
    }
}
