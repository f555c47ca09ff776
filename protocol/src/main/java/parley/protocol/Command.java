package parley.protocol;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks of a server. Texts are as the client gave them: the server judges them and answers an invalid one
 * with a {@link Event.Refused}.
 *
 * <p>{@link Hello} comes first; before it only {@link Ping}, {@link Status} and {@link Quit} are done.
 */
public sealed interface Command {

    /**
     * Opens the session under a nick. Answer: {@link Event.Welcomed}; then, for each room that is resumed, the messages
     * that were missed, and then what happens from now on.
     *
     * @param password logs in to the account of that nick; the nick of an account is refused without it
     * @param echo whether the client wants to be told of what it does itself, too
     * @param resume for a client that comes back: the rooms it was in, and the last cursor it saw in each. What it says
     *         with a ref that it used in one of them after that cursor is taken for the same message
     */
    record Hello(String nick, @Nullable Password password, boolean echo, Map<String, Cursor> resume)
            implements
                Command {
        public Hello {
            resume = Map.copyOf(resume);
        }

        /** A hello of a client that has no account. */
        public Hello(String nick, boolean echo, Map<String, Cursor> resume) {
            this(nick, null, echo, resume);
        }

        /** A hello of a client that has not been here before. */
        public Hello(String nick, boolean echo) {
            this(nick, echo, Map.of());
        }

        /** A hello of a client that wants its answers only, not copies of what it said. */
        public Hello(String nick) {
            this(nick, false);
        }
    }

    /**
     * Takes a seat in a room, which comes into being if need be. Answer: {@link Event.Done}.
     *
     * @param key what the room asks of those who enter, if it does
     */
    record Join(String room, @Nullable Password key) implements Command {
        /** Takes a seat in a room that asks for no key. */
        public Join(String room) {
            this(room, null);
        }
    }

    /** Gives up a seat. Answer: {@link Event.Done}. */
    record Leave(String room, @Nullable String why) implements Command {
    }

    /**
     * Says something to all members of a room. Answer: {@link Event.Done} with the cursor, once it is stored.
     *
     * @param notice whether no program is to reply to it by itself
     */
    record Say(String room, String text, boolean notice) implements Command {
        /** Says something to which there may be a reply. */
        public Say(String room, String text) {
            this(room, text, false);
        }
    }

    /**
     * Says something to one nick, in private. Answer: {@link Event.Done}.
     *
     * @param notice whether no program is to reply to it by itself
     */
    record Tell(String to, String text, boolean notice) implements Command {
        /** Says something to which there may be a reply. */
        public Tell(String to, String text) {
            this(to, text, false);
        }
    }

    /**
     * Says something to those members of a room who have at least this role, in private: {@link Role#VOICE} or
     * {@link Role#OPERATOR}. Answer: {@link Event.Done}.
     *
     * @param notice whether no program is to reply to it by itself
     */
    record TellRole(String room, Role role, String text, boolean notice) implements Command {
        /** Says something to which there may be a reply. */
        public TellRole(String room, Role role, String text) {
            this(room, role, text, false);
        }
    }

    /** Changes the client's own nick. Answer: {@link Event.Done}. */
    record Rename(String nick) implements Command {
    }

    /** Sets a room's topic; an empty text clears it. Answer: {@link Event.Done}. */
    record SetTopic(String room, String text) implements Command {
    }

    /** Asks who is in a room. Answer: {@link Event.Members}. */
    record Who(String room) implements Command {
    }

    /** Asks which rooms there are. Answer: {@link Event.RoomList}. */
    record Rooms() implements Command {
    }

    /**
     * Asks for a room's history, oldest first. Answer: the messages as {@link Event.Said} with {@code past}, then
     * {@link Event.Done} with the cursor of the last one and whether there is more.
     *
     * @param after only what came after this cursor, nearest first; not together with {@code before}
     * @param before only what came before this cursor, nearest first
     * @param limit at most so many messages; the server's own bound if that is smaller
     */
    record Recall(String room, @Nullable Cursor after, @Nullable Cursor before, int limit) implements Command {
        /** How many messages a client gets that does not say. */
        public static final int DEFAULT_LIMIT = 100;
    }

    /**
     * Asks for the newest messages of a room that have all these words, whatever their case. Answer: as for
     * {@link Recall}.
     */
    record Search(String room, String text, int limit) implements Command {
    }

    /**
     * The fence: its answer, {@link Event.Done}, comes after everything that was committed in this session's rooms
     * before it was asked.
     */
    record Sync() implements Command {
    }

    /** Asks for a sign of life. Answer: {@link Event.Pong}. */
    record Ping() implements Command {
    }

    /** Asks how the server is. Answer: {@link Event.Status}. */
    record Status() implements Command {
    }

    /** Invites somebody into a room that not everybody may enter. Answer: {@link Event.Done}. */
    record Invite(String room, String nick) implements Command {
    }

    /**
     * Takes somebody's seat away, or without a room, their session. Answer: {@link Event.Done}.
     */
    record Kick(@Nullable String room, String nick, @Nullable String why) implements Command {
    }

    /**
     * Keeps somebody from a room or from speaking there, or without a room, from the server; a ban takes seats away as
     * well. Or makes an exception for somebody, in a room. Answer: {@link Event.Done}.
     *
     * @param length how long; null for ever
     */
    record Restrict(Restriction kind, @Nullable String room, Target target, @Nullable Duration length,
            @Nullable String why) implements Command {
    }

    /** Ends a ban, a mute or an exception. Answer: {@link Event.Done}. */
    record Lift(Restriction kind, @Nullable String room, Target target) implements Command {
    }

    /**
     * Asks for the bans, mutes and exceptions of a room, or without one, of the server. Answer:
     * {@link Event.Restrictions}.
     */
    record Restrictions(@Nullable String room) implements Command {
    }

    /**
     * Gives somebody a role in a room, or takes it away. Answer: {@link Event.Done}. Whoever has an account keeps the
     * role; others have it as long as their seat.
     */
    record SetRole(String room, String nick, Role role) implements Command {
    }

    /** Changes what a room is like. Answer: {@link Event.Done}. */
    record SetRoom(String room, RoomChange change) implements Command {
    }

    /** Asks who somebody is. Answer: {@link Event.Person}. */
    record WhoIs(String nick) implements Command {
    }

    /** Says goodbye. Answer: {@link Event.Bye}; then the server closes the connection. */
    record Quit(@Nullable String why) implements Command {
    }
}
