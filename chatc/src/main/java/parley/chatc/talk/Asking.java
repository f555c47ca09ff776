package parley.chatc.talk;

import java.util.Optional;
import java.util.function.Consumer;
import parley.protocol.Command;
import parley.protocol.Event;

/** The way to the server. */
interface Asking {

    /**
     * Sends a command. Its answer, which may be a refusal, gets a turn of its own; none if the connection ends first.
     */
    void ask(Command command, Consumer<Event.Answer> answered);

    /** Says goodbye; the conversation ends with that. */
    void quit(Optional<String> reason);
}
