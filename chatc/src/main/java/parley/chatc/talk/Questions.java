package parley.chatc.talk;

import java.util.function.Consumer;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.Event.Refused;

/** Asks the server, and shows a refusal as it came. */
record Questions(Stage stage, Asking asking) {

    /** Asks for what has an answer that is to be shown. */
    void ask(Command command, Consumer<Event.Answer> done) {
        asking.ask(command, answer -> {
            if (answer instanceof Refused refused) {
                stage.alert(refused.text());
            } else {
                done.accept(answer);
            }
        });
    }

    /** Asks for what the room tells of once it is done: the echo shows it, in its place. */
    void ask(Command command) {
        ask(command, answer -> {
            // The echo shows it.
        });
    }

    /** Does something with the room that somebody looks at. */
    void inRoom(Consumer<Seat> next) {
        stage.whereabouts().current().ifPresentOrElse(next, () -> stage.alert("you are in no room; /join one first"));
    }
}
