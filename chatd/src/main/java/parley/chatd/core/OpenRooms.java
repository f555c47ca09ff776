package parley.chatd.core;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import parley.protocol.Event;
import parley.protocol.Event.InRoom;
import parley.protocol.Event.Restricted;

/**
 * The rooms of a server: a room comes with its first seat and goes with its last, unless it is to stay open. Any
 * thread.
 */
final class OpenRooms {

    private final Engine engine;
    private final InstantSource clock;
    private final Counts counts;
    private final Map<String, Room> rooms = new ConcurrentHashMap<>();
    /** How often a room has closed. */
    private final AtomicLong closings = new AtomicLong();
    private volatile Settings settings;

    OpenRooms(Settings settings, Engine engine, InstantSource clock, Counts counts) {
        this.clock = clock;
        this.settings = settings;
        this.engine = engine;
        this.counts = counts;
        openStanding();
    }

    /** Goes by other settings. Nobody loses a seat: a room that is no longer to stay open closes when it is empty. */
    void configure(Settings next) {
        settings = next;
        rooms.values().forEach(room -> room.rules().configure(next.room(room.name())));
        openStanding();
    }

    private void openStanding() {
        settings.rooms().forEach(room -> openedForGood(room.name()));
    }

    /** How many are open. */
    long count() {
        return rooms.values().stream().filter(this::isOpen).count();
    }

    /** How many seats there are in all of them together. */
    long seats() {
        return rooms.values().stream().mapToLong(Room::size).sum();
    }

    /** Those that somebody may know of. */
    List<Event.RoomInfo> list(Session session) {
        return knownTo(session).stream().map(Room::info).toList();
    }

    /** The same themselves, by name. */
    List<Room> knownTo(Session session) {
        Collection<Room> all = rooms.values();
        return all.stream().filter(room -> isOpen(room) && room.isKnownTo(session))
                .sorted(Comparator.comparing(room -> room.name().text())).toList();
    }

    /** The names of those that somebody is invited into. */
    List<String> inviting(Session session) {
        return rooms.values().stream().filter(room -> isOpen(room) && room.doorway().isInvited(session.id()))
                .map(room -> room.name().text()).sorted().toList();
    }

    Optional<Room> find(RoomName name) {
        return Optional.ofNullable(rooms.get(name.key())).filter(this::isOpen);
    }

    /** The room's name as its members know it. */
    RoomName known(RoomName name) {
        return find(name).map(Room::name).orElse(name);
    }

    /** The room of that name, which is made if it is not there. */
    Room opened(RoomName name) {
        Room room = rooms.get(name.key());
        return room != null ? room : openedForGood(name);
    }

    /** The same, and not one that is being closed because it was not to stay open until now. */
    private Room openedForGood(RoomName name) {
        Room room = null;
        while (room == null) {
            long closed = closings.get();
            // Asked for before the map is: what the engine commits comes here with the engine's lock held.
            List<InRoom> past = engine.state(name);
            room = openedWith(past, closed, name);
        }
        return room;
    }

    /** Null if the past may be out of date: what happened since may have been told to a room that has closed again. */
    private @Nullable Room openedWith(List<InRoom> past, long closed, RoomName name) {
        // Not computeIfAbsent, which may find a room without waiting for whoever is about to remove it.
        return rooms.compute(name.key(), (key, open) -> open == null && closings.get() == closed
                ? new Room(name, settings.room(name), past, clock, counts)
                : open);
    }

    /** Keeps a room that has its first member, or closes it after its last. On the thread that changes its seats. */
    void seatsChanged(Room room) {
        if (room.size() == 0) {
            closeIfEmpty(room.name());
        } else {
            rooms.put(room.name().key(), room); // somebody may have seen it empty, and closed it, while the first came in
        }
    }

    /** Forgets a room in which nobody is, and which is not to stay open. */
    void closeIfEmpty(RoomName name) {
        rooms.computeIfPresent(name.key(), (key, room) -> {
            if (isOpen(room)) {
                return room;
            }
            closings.incrementAndGet();
            return null;
        });
    }

    /** Whether a room is there for people: one that was to stay open, and no longer is, may be here without being. */
    private boolean isOpen(Room room) {
        return room.size() > 0 || settings.room(room.name()).isPresent();
    }

    /** Hands over each ban, mute and exception whose time is up, with its room. */
    void expired(Instant now, BiConsumer<RoomName, Restricted> each) {
        rooms.values().forEach(room -> room.rules().state().expired(now)
                .forEach(restricted -> each.accept(room.name(), restricted)));
    }
}
