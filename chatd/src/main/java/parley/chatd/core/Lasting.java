package parley.chatd.core;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import parley.protocol.Event.InRoom;
import parley.protocol.Event.Joined;
import parley.protocol.Event.Kicked;
import parley.protocol.Event.Left;
import parley.protocol.Event.Lifted;
import parley.protocol.Event.Renamed;
import parley.protocol.Event.Restricted;
import parley.protocol.Event.RoleSet;
import parley.protocol.Event.RoomChanged;
import parley.protocol.Event.Said;
import parley.protocol.Event.TopicSet;
import parley.protocol.Restriction;
import parley.protocol.Role;
import parley.protocol.RoomChange;
import parley.protocol.Target;

/**
 * What an event leaves behind in its room for as long as nothing replaces it: a topic, a ban, a role. Engines keep it,
 * whatever becomes of the room's members; {@link RoomState} is made of it.
 */
public final class Lasting {

    private Lasting() {
    }

    /**
     * What is kept from this event on, by the name of the place where it is kept; an empty place holds nothing any
     * more. What the event does not name stays as it was.
     */
    public static Map<String, Optional<InRoom>> of(InRoom event) {
        return switch (event) {
            case Said _, Joined _, Left _, Renamed _, Kicked _ -> Map.of();
            case TopicSet it -> Map.of("topic", Optional.<InRoom>of(it).filter(set -> !it.text().isEmpty()));
            case Restricted it -> Map.of(place(it.kind(), it.target()), Optional.of(it));
            case Lifted it -> Map.of(place(it.kind(), it.target()), Optional.empty());
            case RoleSet it when it.account() == null -> Map.of();
            case RoleSet it -> Map.of("role " + it.account(),
                    Optional.<InRoom>of(it).filter(set -> it.role() != Role.NONE));
            case RoomChanged it -> fields(it);
        };
    }

    /** Where a ban, a mute or an exception is kept: there is one of each kind for each target. */
    static String place(Restriction kind, Target target) {
        return kind.wireName() + switch (target) {
            case Target.ByNick it -> " nick " + it.pattern();
            case Target.ByAccount it -> " account " + it.name();
            case Target.ByAddress it -> " address " + it.mask();
        };
    }

    /** A change of several things is kept one by one, so that each is replaced on its own. */
    private static Map<String, Optional<InRoom>> fields(RoomChanged event) {
        RoomChange all = event.change();
        Map<String, RoomChange> parts = new LinkedHashMap<>();
        parts.put("access", new RoomChange(all.access(), null, null, null, null, null));
        parts.put("moderated", new RoomChange(null, all.moderated(), null, null, null, null));
        parts.put("topic_locked", new RoomChange(null, null, all.topicLocked(), null, null, null));
        parts.put("hidden", new RoomChange(null, null, null, all.hidden(), null, null));
        parts.put("limit", new RoomChange(null, null, null, null, all.limit(), null));
        parts.put("key", new RoomChange(null, null, null, null, null, all.key()));
        Map<String, Optional<InRoom>> kept = new LinkedHashMap<>();
        parts.forEach((place, part) -> {
            if (!part.equals(RoomChange.NONE)) {
                kept.put(place, Optional.of(new RoomChanged(event.room(), event.from(), part)));
            }
        });
        return kept;
    }
}
