package parley.chatd.core;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.protocol.Event.InRoom;
import parley.protocol.Event.Kicked;
import parley.protocol.Event.Lifted;
import parley.protocol.Event.Restricted;
import parley.protocol.Event.RoleSet;
import parley.protocol.Event.RoomChanged;

/** What operators did, for the log: who, whom and where; no reasons and no keys, which are people's own words. */
final class OperatorLog {

    private static final Logger LOG = LoggerFactory.getLogger(Operators.class);

    private OperatorLog() {
    }

    static void note(InRoom event) {
        switch (event) {
            case Kicked it -> LOG.info("{} kicked {} out of {}", it.from(), it.nick(), where(it.room()));
            case Restricted it -> LOG.info("{} {} {} in {}{}", it.from(), it.kind().past(),
                    it.target().words(), where(it.room()), it.until() == null ? "" : " until " + it.until());
            case Lifted it -> LOG.info("{} ended the {} on {} in {}", it.from(), it.kind().noun(),
                    it.target().words(), where(it.room()));
            case RoleSet it ->
                LOG.info("{} gave {} the role {} in {}", it.from(), it.nick(), it.role().wireName(), it.room());
            case RoomChanged it -> LOG.info("{} changed {}", it.from(), it.room());
            default -> {
                // Everybody may do the rest.
            }
        }
    }

    private static String where(@Nullable String room) {
        return room == null ? "the server" : room;
    }
}
