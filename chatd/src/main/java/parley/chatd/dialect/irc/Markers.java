package parley.chatd.dialect.irc;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/** How far somebody has read, in rooms and with people; of so many that nobody has more. Any thread. */
final class Markers {

    private static final int MOST = 500;

    private final Map<String, Instant> byTarget = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    };

    synchronized Optional<Instant> of(String target) {
        return Optional.ofNullable(byTarget.get(target));
    }

    /**
     * Goes on to a time, and never back.
     *
     * @return whether it was before that
     */
    synchronized boolean advance(String target, Instant time) {
        Instant old = byTarget.get(target);
        if (old != null && !old.isBefore(time)) {
            return false;
        }
        byTarget.remove(target); // what is read last is forgotten last
        byTarget.put(target, time);
        return true;
    }
}
