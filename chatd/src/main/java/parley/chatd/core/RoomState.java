package parley.chatd.core;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.protocol.Event.InRoom;
import parley.protocol.Event.Lifted;
import parley.protocol.Event.Restricted;
import parley.protocol.Event.RoleSet;
import parley.protocol.Event.RoomChanged;
import parley.protocol.Event.TopicSet;
import parley.protocol.Restriction;
import parley.protocol.Role;
import parley.protocol.RoomChange;
import parley.protocol.Target;

/**
 * What has become of a room by what operators did: the {@linkplain Lasting lasting} events, put together.
 *
 * @param topic as it was last set; null if it is not
 * @param rules what is different from how the room was configured
 * @param roles those of accounts, by the account's key
 * @param restrictions bans, mutes and exceptions, those included whose time is up, by where they are kept
 */
record RoomState(@Nullable TopicSet topic, RoomChange rules, Map<String, Role> roles,
        Map<String, Restricted> restrictions) {

    static final RoomState NEW = new RoomState(null, RoomChange.NONE, Map.of(), Map.of());

    /** A room in which all this has happened. */
    static RoomState of(List<InRoom> events) {
        RoomState state = NEW;
        for (InRoom event : events) {
            state = state.after(event);
        }
        return state;
    }

    /** The state after one more event; the same one if nothing of it lasts. */
    RoomState after(InRoom event) {
        return switch (event) {
            case TopicSet it -> new RoomState(it.text().isEmpty() ? null : it, rules, roles, restrictions);
            case RoomChanged it -> new RoomState(topic, rules.then(it.change()), roles, restrictions);
            case RoleSet it when it.account() != null ->
                new RoomState(topic, rules, with(roles, Nick.key(it.account()), it.role()), restrictions);
            case Restricted it -> new RoomState(topic, rules, roles,
                    with(restrictions, Lasting.place(it.kind(), it.target()), it));
            case Lifted it ->
                new RoomState(topic, rules, roles, with(restrictions, Lasting.place(it.kind(), it.target()), null));
            default -> this;
        };
    }

    private static <V> Map<String, V> with(Map<String, V> map, String key, @Nullable V value) {
        Map<String, V> changed = new LinkedHashMap<>(map);
        if (value == null) {
            changed.remove(key);
        } else {
            changed.put(key, value);
        }
        return changed;
    }

    /** The bans, mutes and exceptions that hold now. */
    List<Restricted> restrictions(Instant now) {
        return restrictions.values().stream().filter(it -> holds(it, now)).toList();
    }

    /** Whether there may be a ban or a mute to look for. */
    boolean isRestricting() {
        return !restrictions.isEmpty();
    }

    boolean has(Restriction kind, Target target) {
        return restrictions.containsKey(Lasting.place(kind, target));
    }

    /** Those whose time is up. */
    List<Restricted> expired(Instant now) {
        return restrictions.values().stream().filter(it -> !holds(it, now)).toList();
    }

    private static boolean holds(Restricted restricted, Instant now) {
        return restricted.until() == null || restricted.until().isAfter(now);
    }

    /** What keeps somebody from being here, or from speaking here; of several, the one that holds longest. */
    Optional<Restricted> against(Identity who, Restriction kind, Instant now) {
        return restrictions.isEmpty()
                ? Optional.empty()
                : of(who, kind, now).max(Comparator.comparing(RoomState::end))
                        .filter(it -> !has(who, Restriction.EXEMPT, now));
    }

    /** Whether there is one of these for somebody. */
    boolean has(Identity who, Restriction kind, Instant now) {
        return of(who, kind, now).findAny().isPresent();
    }

    private Stream<Restricted> of(Identity who, Restriction kind, Instant now) {
        return restrictions.values().stream()
                .filter(it -> it.kind() == kind && holds(it, now) && Targets.matches(it.target(), who));
    }

    private static Instant end(Restricted restricted) {
        return restricted.until() == null ? Instant.MAX : restricted.until();
    }
}
