package parley.scenarios.language;

import org.jspecify.annotations.Nullable;
import parley.protocol.Dialect;
import parley.protocol.Restriction;
import parley.protocol.Role;
import parley.protocol.RoomChange;

/** What a client does. Where a room may be left out, the only one the client is in is meant, or the lobby. */
public sealed interface Action {

    /**
     * Opens a connection and says hello, under the client's own name unless another nick is given.
     *
     * @param echo whether the client wants to be told of what it does itself, too
     * @param password logs in to the account of that nick
     */
    record Connect(@Nullable Template nick, Way way, boolean echo, @Nullable Template password) implements Action {
    }

    /** Opens a connection and says nothing on it. */
    record Open(Way way) implements Action {
    }

    /**
     * How to get to a server, and what to speak there.
     *
     * @param address the scenario's own server if there is none
     */
    record Way(@Nullable Dialect dialect, @Nullable Template address) {
    }

    /**
     * Takes a seat.
     *
     * @param key what the room asks for, if it does
     */
    record Join(Template room, @Nullable Template key) implements Action {
    }

    record Leave(Template room, @Nullable Template why) implements Action {
    }

    record Say(@Nullable Template room, Template text) implements Action {
    }

    /** Says something to one nick in private. */
    record Tell(Template to, Template text) implements Action {
    }

    /** Says something to those in a room who have at least this role. */
    record TellRole(Role role, @Nullable Template room, Template text) implements Action {
    }

    record Rename(Template nick) implements Action {
    }

    record SetTopic(@Nullable Template room, Template text) implements Action {
    }

    record Invite(Template nick, @Nullable Template room) implements Action {
    }

    /** Takes somebody's seat away, or from {@link Scope#SERVER}, their session. */
    record Kick(Template nick, @Nullable Template room, @Nullable Template why) implements Action {
    }

    /** Bans or mutes somebody, in {@link Scope#SERVER} everywhere; or makes an exception for them. */
    record Restrict(Restriction kind, Whom whom, Template name, @Nullable Template room, @Nullable Template length,
            @Nullable Template why) implements Action {
    }

    /** Ends a ban, a mute or an exception. */
    record Lift(Restriction kind, Whom whom, Template name, @Nullable Template room) implements Action {
    }

    record SetRole(Template nick, Template role, @Nullable Template room) implements Action {
    }

    record Change(Template room, RoomChange change) implements Action {
    }

    /** Has a room ask for a key; an empty one ends that. */
    record SetKey(Template room, Template key) implements Action {
    }

    record AskWho(Template room) implements Action {
    }

    record AskWhoIs(Template nick) implements Action {
    }

    record AskRooms() implements Action {
    }

    /**
     * Asks for what was said in a room.
     *
     * @param limit at most so many; 0 for as many as there usually are
     * @param words only what has these; not with cursors
     */
    record AskHistory(@Nullable Template room, @Nullable Template after, @Nullable Template before, int limit,
            @Nullable Template words) implements Action {
    }

    record AskRestrictions(@Nullable Template room) implements Action {
    }

    record AskStatus() implements Action {
    }

    record Ping() implements Action {
    }

    record Sync() implements Action {
    }

    /** Says goodbye. */
    record Disconnect(@Nullable Template why) implements Action {
    }

    /** The connection ends without a goodbye. */
    record Drop() implements Action {
    }

    /** Reads nothing any more. */
    record Stall() implements Action {
    }

    /** Reads on; or, if its connection is over, comes back under its nick, to the rooms it was in, where it was. */
    record Resume() implements Action {
    }

    /**
     * Sends a line of the author's own.
     *
     * @param line as it stands, but for {@code {name}} of what was captured
     */
    record Send(String line) implements Action {
    }
}
