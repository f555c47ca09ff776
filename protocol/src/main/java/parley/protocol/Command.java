package parley.protocol;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks of a server. Texts are as the client gave them: the server judges them and answers an invalid one
 * with a {@link Event.Refused}.
 *
 * <p>{@link Hello} comes first; before it only {@link Ping} and {@link Quit} are done.
 */
public sealed interface Command {

    /**
     * Opens the session under a nick. Answer: {@link Event.Welcomed}; then, for each room that is resumed, the messages
     * that were missed, and then what happens from now on.
     *
     * @param echo whether the client wants to be told of what it does itself, too
     * @param resume for a client that comes back: the rooms it was in, and the last cursor it saw in each. What it says
     *         with a ref that it used in one of them after that cursor is taken for the same message
     */
    record Hello(String nick, boolean echo, Map<String, Cursor> resume) implements Command {
        public Hello {
            resume = Map.copyOf(resume);
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

    /** Takes a seat in a room, which comes into being if need be. Answer: {@link Event.Done}. */
    record Join(String room) implements Command {
    }

    /** Gives up a seat. Answer: {@link Event.Done}. */
    record Leave(String room, @Nullable String why) implements Command {
    }

    /** Says something to all members of a room. Answer: {@link Event.Done} with the cursor, once it is stored. */
    record Say(String room, String text) implements Command {
    }

    /** Says something to one nick, in private. Answer: {@link Event.Done}. */
    record Tell(String to, String text) implements Command {
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

    /** Says goodbye. Answer: {@link Event.Bye}; then the server closes the connection. */
    record Quit(@Nullable String why) implements Command {
    }
}
