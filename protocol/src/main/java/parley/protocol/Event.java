package parley.protocol;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a server tells a client: an {@link Answer} to one of its commands, or a {@link Happening} that it learns of
 * because it is there.
 */
public sealed interface Event {

    /** Ends a command: every command gets exactly one. */
    sealed interface Answer extends Event {
    }

    /** Something that somebody did. Its author gets an answer instead, unless its hello asked for an echo. */
    sealed interface Happening extends Event {
    }

    /** A happening that has a place in the order of a room. */
    sealed interface InRoom extends Happening {
    }

    /**
     * The session is open.
     *
     * @param nick the client's nick as others see it
     * @param server name and version of the server
     * @param rooms where the client has a seat already
     * @param motd the message of the day, perhaps empty
     */
    record Welcomed(String nick, String server, List<String> rooms, String motd) implements Answer {
        public Welcomed {
            rooms = List.copyOf(rooms);
        }
    }

    /**
     * The command was done. What it stored is in the history now and stays there.
     *
     * @param room the room it was done in, if it was about one
     * @param cursor where a message stands in the room's history, or where a recall ended
     * @param more whether a recall left something out
     */
    record Done(@Nullable String room, @Nullable Cursor cursor, boolean more) implements Answer {
        /** A command was done that is about no room. */
        public static final Done PLAIN = new Done(null, null, false);

        public static Done in(String room) {
            return new Done(room, null, false);
        }

        public static Done at(String room, Cursor cursor) {
            return new Done(room, cursor, false);
        }
    }

    /**
     * The command was not done, and nothing has changed.
     *
     * @param why the reason's name, for programs
     * @param about the nick, room, command or field it is about, as the client wrote it; perhaps empty
     * @param text what was wrong and what is allowed, for people
     */
    record Refused(Refusal why, String about, String text) implements Answer {
    }

    /** Who is in a room, in the order they came. */
    record Members(String room, List<String> nicks) implements Answer {
        public Members {
            nicks = List.copyOf(nicks);
        }
    }

    /** Which rooms there are. */
    record RoomList(List<RoomInfo> rooms) implements Answer {
        public RoomList {
            rooms = List.copyOf(rooms);
        }
    }

    /** One room of a {@link RoomList}; {@code members} counts them. */
    record RoomInfo(String name, String topic, int members) {
    }

    /** A sign of life, as asked. */
    record Pong() implements Answer {
    }

    /** The server ends the session: an answer to {@link Command.Quit}, or unasked with the reason. */
    record Bye(String why) implements Answer {
    }

    /** Somebody took a seat. */
    record Joined(String room, String nick) implements InRoom {
    }

    /** Somebody's seat is free again: they left, quit, or their connection ended. */
    record Left(String room, String nick, String why) implements InRoom {
    }

    /**
     * Somebody said something in a room.
     *
     * @param cursor where it stands in the room's history
     * @param at when the server took it
     * @param past whether it comes from the history rather than from now
     */
    record Said(String room, Cursor cursor, String from, String text, Instant at, boolean past) implements InRoom {
        public Said withCursor(Cursor given) {
            return new Said(room, given, from, text, at, past);
        }

        public Said asPast() {
            return new Said(room, cursor, from, text, at, true);
        }
    }

    /**
     * Of what a client missed in a room that it resumed, something is no longer kept. What is kept follows.
     *
     * @param cursor the one that the client resumed from
     */
    record Gap(String room, Cursor cursor) implements Happening {
    }

    /** Somebody said something to this client alone. */
    record Told(String from, String text, Instant at) implements Happening {
    }

    /** Somebody who shares a room has another nick now. */
    record Renamed(String from, String to) implements InRoom {
    }

    /** A room's topic, when somebody sets it and on joining; an empty text means there is none. */
    record TopicSet(String room, String from, String text) implements InRoom {
    }

    /** The server asks for a sign of life: anything the client sends will do. */
    record Ping() implements Happening {
    }
}
