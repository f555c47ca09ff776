package parley.protocol.client.irc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.Access;
import parley.protocol.Event;
import parley.protocol.Password;
import parley.protocol.Restriction;
import parley.protocol.Role;
import parley.protocol.RoomChange;
import parley.protocol.irc.Masks;

/** What the modes of a channel mean (Modern IRC, "Channel Modes"). */
final class Modes {

    private Modes() {
    }

    /** What somebody did who changed a channel's modes. */
    static List<Event> events(String room, String from, List<String> params, Instant at, Support support) {
        List<Event> events = new ArrayList<>();
        RoomChange change = RoomChange.NONE;
        boolean set = true;
        int next = 1;
        for (char mode : (params.isEmpty() ? "" : params.getFirst()).toCharArray()) {
            if (mode == '+' || mode == '-') {
                set = mode == '+';
                continue;
            }
            String param = null;
            if (support.takesParameter(mode, set) && next < params.size()) {
                param = params.get(next);
                next++;
            }
            change = change.then(change(mode, set, param));
            event(mode, set, param, room, from, at, support).ifPresent(events::add);
        }
        if (!change.equals(RoomChange.NONE)) {
            events.add(new Event.RoomChanged(room, from, change));
        }
        return events;
    }

    private static Optional<Event> event(char mode, boolean set, @Nullable String param, String room, String from,
            Instant at, Support support) {
        if (param == null) {
            return Optional.empty();
        }
        return support.list(mode).<Event>map(list -> restriction(list.kind(), set, param, room, from, at))
                .or(() -> support.role(mode)
                        .map(role -> new Event.RoleSet(room, from, param, null, set ? role : Role.NONE)));
    }

    private static Event restriction(Restriction kind, boolean set, String mask, String room, String from,
            Instant at) {
        return set
                ? new Event.Restricted(kind, room, Masks.read(mask), from, null, "", at)
                : new Event.Lifted(kind, room, Masks.read(mask), from);
    }

    private static RoomChange change(char mode, boolean set, @Nullable String param) {
        return switch (mode) {
            case 'i' -> new RoomChange(set ? Access.INVITE_ONLY : Access.OPEN, null, null, null, null, null);
            case 'm' -> new RoomChange(null, set, null, null, null, null);
            case 't' -> new RoomChange(null, null, set, null, null, null);
            case 's', 'p' -> new RoomChange(null, null, null, set, null, null);
            case 'l' -> new RoomChange(null, null, null, null, set ? number(param) : Integer.valueOf(0), null);
            case 'k' -> new RoomChange(null, null, null, null, null, new Password(set && param != null ? param : ""));
            default -> RoomChange.NONE;
        };
    }

    private static @Nullable Integer number(@Nullable String param) {
        return param != null && param.matches("\\d{1,9}") ? Integer.valueOf(param) : null;
    }
}
