package parley.chatc.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.protocol.Command;
import parley.protocol.Cursor;
import parley.protocol.Event;

/** What a session is called, the rooms it is in, and how far it has heard in each. Any thread may call any method. */
final class Places {

    private final Map<String, Place> rooms = new LinkedHashMap<>();
    private String nick = "";

    synchronized String nick() {
        return nick;
    }

    synchronized void welcomed(Event.Welcomed welcomed) {
        nick = welcomed.nick();
        welcomed.rooms().forEach(room -> enter(new Command.Join(room), room));
    }

    private void enter(Command.Join join, String room) {
        rooms.putIfAbsent(room, new Place(join));
    }

    /** Where to resume, room by room. */
    synchronized Map<String, Cursor> resume() {
        Map<String, Cursor> resume = new LinkedHashMap<>();
        rooms.forEach((room, place) -> place.resume().ifPresent(cursor -> resume.put(room, cursor)));
        return resume;
    }

    /** What takes the seats again in the rooms where there is nothing to resume. */
    synchronized List<Command.Join> anew() {
        return rooms.values().stream().filter(place -> place.resume().isEmpty()).map(Place::join).toList();
    }

    /** Whether this message has been told already. */
    synchronized boolean hasTold(Event.Said said) {
        return place(said.room()).filter(place -> place.hasTold(said.cursor())).isPresent();
    }

    /**
     * Something happened.
     *
     * @param now whether it has just happened, or was missed: a message of an older history says nothing about how far
     *         this client has heard
     */
    synchronized void heard(Event event, boolean now) {
        switch (event) {
            case Event.Said it when now -> place(it.room()).ifPresent(place -> place.told(it.cursor()));
            case Event.Renamed it when it.from().equals(nick) -> nick = it.to();
            case Event.Kicked it when it.nick().equals(nick) && it.room() != null -> rooms.remove(it.room());
            default -> {
                // It does not move this client.
            }
        }
    }

    /** A command is on its way. */
    synchronized void sending(Asked asked) {
        if (asked.command() instanceof Command.Say say) {
            place(say.room()).ifPresent(place -> place.saying(asked.ref()));
        }
    }

    /** It was answered. */
    synchronized void answered(Asked asked, Event.Answer answer) {
        if (asked.command() instanceof Command.Say say) {
            place(say.room()).ifPresent(place -> place.said(asked.ref()));
        } else if (answer instanceof Event.Done done) {
            done(asked.command(), done);
        }
    }

    /** A command was done that may say where this client is, or how far it has heard. */
    synchronized void done(Command command, Event.Done done) {
        switch (command) {
            case Command.Join it -> enter(it, done.room() == null ? it.room() : done.room());
            case Command.Leave it -> rooms.remove(done.room() == null ? it.room() : done.room());
            case Command.Rename it -> nick = it.nick();
            case Command.Recall it when it.before() == null -> place(it.room())
                    .ifPresent(place -> place.toldOfEnd(done.cursor() == null ? Cursor.NONE : done.cursor()));
            default -> {
                // Says nothing about where this client is.
            }
        }
    }

    private Optional<Place> place(String room) {
        return Optional.ofNullable(rooms.get(room));
    }
}
