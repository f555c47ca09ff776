package parley.scenarios.language;

import org.jspecify.annotations.Nullable;
import parley.protocol.Restriction;

/** What a client does. */
public sealed interface Action {

    /**
     * Opens a connection and says hello, under the client's own name unless another nick is given.
     *
     * @param password logs in to the account of that nick
     */
    record Connect(@Nullable Template nick, @Nullable Template password) implements Action {
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

    /** Says something in a room; without one, in the only room the client is in, or in the lobby. */
    record Say(@Nullable Template room, Template text) implements Action {
    }

    /** Says something to one nick in private. */
    record Tell(Template to, Template text) implements Action {
    }

    record Rename(Template nick) implements Action {
    }

    /** Sets a topic; without a room, as {@link Say}. */
    record SetTopic(@Nullable Template room, Template text) implements Action {
    }

    /** Invites somebody; without a room, as {@link Say}. */
    record Invite(Template nick, @Nullable Template room) implements Action {
    }

    /** Takes somebody's seat away; without a room, as {@link Say}. */
    record Kick(Template nick, @Nullable Template room, @Nullable Template why) implements Action {
    }

    /** Bans or mutes somebody; without a room, as {@link Say}. */
    record Restrict(Restriction kind, Whom whom, Template name, @Nullable Template room, @Nullable Template length,
            @Nullable Template why) implements Action {
    }

    /** Ends a ban or a mute; without a room, as {@link Say}. */
    record Lift(Restriction kind, Whom whom, Template name, @Nullable Template room) implements Action {
    }

    /** Gives somebody a role; without a room, as {@link Say}. */
    record SetRole(Template nick, Template role, @Nullable Template room) implements Action {
    }

    record AskWho(Template room) implements Action {
    }

    /** Says goodbye. */
    record Disconnect(@Nullable Template why) implements Action {
    }

    /** The connection ends without a goodbye. */
    record Drop() implements Action {
    }

    /**
     * Sends a line of the author's own.
     *
     * @param line as it stands, but for {@code {name}} of what was captured
     */
    record Send(String line) implements Action {
    }
}
