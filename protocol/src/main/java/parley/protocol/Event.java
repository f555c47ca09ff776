package parley.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
     * @param account the account it is logged in to, if any
     */
    record Welcomed(String nick, String server, List<String> rooms, String motd, @Nullable String account)
            implements
                Answer {
        public Welcomed {
            rooms = List.copyOf(rooms);
        }

        /** A welcome without an account. */
        public Welcomed(String nick, String server, List<String> rooms, String motd) {
            this(nick, server, rooms, motd, null);
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
     * @param retryAfter after what time the same command would be done, if time is all it takes
     */
    record Refused(Refusal why, String about, String text, @Nullable Duration retryAfter) implements Answer {
        /** A refusal that time alone does not mend. */
        public Refused(Refusal why, String about, String text) {
            this(why, about, text, null);
        }
    }

    /**
     * Who is in a room, in the order they came.
     *
     * @param roles of those who have one
     */
    record Members(String room, List<String> nicks, Map<String, Role> roles) implements Answer {
        public Members {
            nicks = List.copyOf(nicks);
            roles = Map.copyOf(roles);
        }

        /** Members without roles. */
        public Members(String room, List<String> nicks) {
            this(room, nicks, Map.of());
        }
    }

    /** The bans, mutes and exceptions of a room, or if that is null, of the server. */
    record Restrictions(@Nullable String room, List<Restricted> list) implements Answer {
        public Restrictions {
            list = List.copyOf(list);
        }
    }

    /**
     * Who somebody is.
     *
     * @param account the account they are logged in to, if any
     * @param operator whether they are an operator of the server
     * @param rooms where they are, as far as whoever asks may know
     * @param since when they came
     * @param secure whether nobody on the way can read along (TLS)
     * @param address where they come from; null for those who are no operators of the server
     */
    record Person(String nick, @Nullable String account, boolean operator, List<String> rooms, Instant since,
            boolean secure, @Nullable String address) implements Answer {
        public Person {
            rooms = List.copyOf(rooms);
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

    /**
     * How the server is.
     *
     * @param server its name and version
     * @param uptime seconds since it started
     * @param sessions how many sessions have said hello
     * @param messages how many it has taken since it started, in all rooms
     * @param trouble what keeps it from storing messages at present; null if nothing does
     */
    record Status(String server, long uptime, int sessions, int rooms, long messages, @Nullable String trouble)
            implements
                Answer {
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
     * @param notice whether no program is to reply to it by itself
     */
    record Said(String room, Cursor cursor, String from, String text, Instant at, boolean past, boolean notice)
            implements
                InRoom {
        /** Something to which there may be a reply. */
        public Said(String room, Cursor cursor, String from, String text, Instant at, boolean past) {
            this(room, cursor, from, text, at, past, false);
        }

        public Said withCursor(Cursor given) {
            return new Said(room, given, from, text, at, past, notice);
        }

        public Said asPast() {
            return new Said(room, cursor, from, text, at, true, notice);
        }
    }

    /**
     * Of what a client missed in a room that it resumed, something is no longer kept. What is kept follows.
     *
     * @param cursor the one that the client resumed from
     */
    record Gap(String room, Cursor cursor) implements Happening {
    }

    /**
     * Somebody said something to this client alone.
     *
     * @param notice whether no program is to reply to it by itself
     */
    record Told(String from, String text, Instant at, boolean notice) implements Happening {
        /** Something to which there may be a reply. */
        public Told(String from, String text, Instant at) {
            this(from, text, at, false);
        }
    }

    /**
     * Somebody said something to those members of a room who have at least this role. It has no place in the room's
     * order, and is not in its history.
     *
     * @param notice whether no program is to reply to it by itself
     */
    record ToldRole(String room, Role role, String from, String text, Instant at, boolean notice)
            implements
                Happening {
        /** Something to which there may be a reply. */
        public ToldRole(String room, Role role, String from, String text, Instant at) {
            this(room, role, from, text, at, false);
        }
    }

    /** Somebody who shares a room has another nick now. */
    record Renamed(String from, String to) implements InRoom {
    }

    /**
     * A room's topic, when somebody sets it and on joining; an empty text means there is none.
     *
     * @param from who set it; empty if nobody did, but the configuration
     * @param at when they did; null if that is not known
     */
    record TopicSet(String room, String from, String text, @Nullable Instant at) implements InRoom {
        /** A topic that was set nobody knows when. */
        public TopicSet(String room, String from, String text) {
            this(room, from, text, null);
        }
    }

    /**
     * An operator took somebody's seat away; told to them as well.
     *
     * @param room null if it was their session
     */
    record Kicked(@Nullable String room, String nick, String from, String why) implements InRoom {
    }

    /**
     * Somebody is kept from a room, or from speaking there; or an exception is made for them.
     *
     * @param room null if it is the whole server
     * @param until when it ends; null for never
     * @param at when it began; null if that is not known
     */
    record Restricted(Restriction kind, @Nullable String room, Target target, String from, @Nullable Instant until,
            String why, @Nullable Instant at) implements InRoom {
        /** One that began nobody knows when. */
        public Restricted(Restriction kind, @Nullable String room, Target target, String from,
                @Nullable Instant until, String why) {
            this(kind, room, target, from, until, why, null);
        }
    }

    /** A ban, a mute or an exception is over, because an operator ended it; one whose time is up just ends. */
    record Lifted(Restriction kind, @Nullable String room, Target target, String from) implements InRoom {
    }

    /**
     * Somebody has another role in a room.
     *
     * @param account the account that keeps it; null if it goes with the seat
     */
    record RoleSet(String room, String from, String nick, @Nullable String account, Role role) implements InRoom {
    }

    /** A room is different now, or, on joining, from what rooms usually are. */
    record RoomChanged(String room, String from, RoomChange change) implements InRoom {
    }

    /**
     * Somebody invites this client into a room; or somebody else into a room where this client may invite as well.
     *
     * @param nick whom; empty if the server does not say, and it is this client
     */
    record Invited(String room, String nick, String from) implements Happening {
    }

    /** The server asks for a sign of life: anything the client sends will do. */
    record Ping() implements Happening {
    }
}
