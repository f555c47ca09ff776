package parley.chatc.talk;

import java.util.Optional;
import parley.chatc.text.SafeText;
import parley.protocol.Event;

/**
 * One person's conversation on one server, from the welcome to the goodbye. Runs on the thread of the turns; only
 * {@link #known} on any.
 */
final class Conversation {

    private final Stage stage;
    private final Hearing hearing;
    private final Deeds deeds;

    Conversation(Stage stage, Asking asking) {
        this.stage = stage;
        this.hearing = new Hearing(stage);
        this.deeds = new Deeds(stage, hearing, asking);
    }

    /**
     * Looks around where the server has seated this client.
     *
     * @param room the room to talk in at first
     */
    void begin(Event.Welcomed welcomed, Optional<String> room) {
        stage.answer(SafeText.lines(welcomed.motd()).stream().filter(line -> !line.isBlank()).toList());
        stage.note("you are " + welcomed.nick() + " on " + welcomed.server() + "; /help shows what you can do");
        welcomed.rooms().forEach(stage.whereabouts()::take);
        stage.refresh();
        room.ifPresentOrElse(deeds::turnTo, () -> stage.note("you are in no room; /join one"));
        stage.whereabouts().seats().forEach(deeds::lookAround);
    }

    /** Does what somebody typed: a command, or a text to be said. */
    void typed(String input) {
        if (input.isBlank()) {
            return;
        }
        if (input.startsWith("//")) {
            deeds.say(input.substring(1));
        } else if (input.startsWith("/")) {
            SlashCommands.execute(input, deeds);
        } else {
            deeds.say(input);
        }
    }

    /** Takes in what the server told unasked. */
    void heard(Event event) {
        hearing.heard(event);
    }

    /** The names that can be completed. Any thread. */
    Known known() {
        return stage.known();
    }

    /** What was typed when the connection was lost already. */
    void unsent(Typed typed) {
        String text = switch (typed) {
            case Typed.Line line -> line.text();
            case Typed.Interrupted it -> it.unfinished();
            case Typed.EndOfInput it -> "";
        };
        if (!text.isBlank()) {
            stage.alert("not sent: " + text);
        }
    }

    /** Says what there is to say at the end. */
    void over(Talk.End end, String lost) {
        switch (end) {
            case GOODBYE, INTERRUPTED -> stage.note("goodbye");
            case LOST -> stage.alert(lost);
        }
    }

    /** Something was not done that should have been, and nobody but us is to blame. */
    void defect(RuntimeException cause) {
        stage.alert("chatc has a defect and goes on without what failed: " + cause);
    }

    /** Tells the person something about the terminal. */
    void note(String sentence) {
        stage.note(sentence);
    }
}
