package parley.chatc.talk;

import java.util.Optional;
import java.util.function.Consumer;
import parley.protocol.Command;
import parley.protocol.Event;

/** The way to the server. */
interface Asking {

    /**
     * Sends a command, now or as soon as there is a connection. Its answer, which may be a refusal, gets a turn of its
     * own; a refusal also says so if it will never be known.
     */
    void ask(Command command, Consumer<Event.Answer> answered);

    /** Says goodbye; the conversation ends with that. */
    void quit(Optional<String> reason);
}
