package parley.scenarios.language;

import org.jspecify.annotations.Nullable;

/** What a client does. */
public sealed interface Action {

    /** Opens a connection and says hello, under the client's own name unless another nick is given. */
    record Connect(@Nullable Template nick) implements Action {
    }

    record Join(Template room) implements Action {
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
