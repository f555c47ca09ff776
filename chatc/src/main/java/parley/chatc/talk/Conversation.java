package parley.chatc.talk;

import java.util.List;
import java.util.Optional;
import parley.chatc.session.Contact;
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
        this.deeds = new Deeds(stage, hearing, asking, new Pasteboard(stage), false);
    }

    /**
     * Looks around where the server has seated this client.
     *
     * @param room the room to talk in at first; otherwise the first one there is
     */
    void begin(Event.Welcomed welcomed, Optional<String> room) {
        stage.answer(SafeText.lines(welcomed.motd()).stream().filter(line -> !line.isBlank()).toList());
        stage.note("you are " + welcomed.nick() + " on " + welcomed.server() + "; /help shows what you can do");
        welcomed.rooms().forEach(stage.whereabouts()::take);
        stage.refresh();
        deeds.begin(room.filter(welcomed.rooms()::contains).or(() -> welcomed.rooms().stream().findFirst()));
        room.filter(asked -> !welcomed.rooms().contains(asked)).ifPresent(asked -> deeds.join(asked, Optional.empty()));
        List.copyOf(stage.whereabouts().seats()).forEach(deeds::lookAround);
    }

    /** Does what somebody typed: a command, or a text to be said. */
    void typed(String input) {
        if (deeds.pasteboard().isAsking()) {
            deeds.pasteboard().answer(input);
        } else if (input.isBlank()) {
            return;
        } else if (input.startsWith("//")) {
            deeds.say(input.substring(1));
        } else if (input.startsWith("/")) {
            SlashCommands.execute(input, deeds);
        } else {
            deeds.say(input);
        }
    }

    /** A line was thrown away. */
    void interrupted() {
        if (deeds.pasteboard().isAsking()) {
            deeds.pasteboard().drop();
        } else {
            stage.note("Ctrl-C once more leaves");
        }
    }

    /** A key was pressed that does not belong to the line that is being typed. */
    void pressed(Shortcut shortcut) {
        shortcut.deed().accept(deeds);
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

    /** How it stands with the server is another now. */
    void contact(Contact contact) {
        switch (contact) {
            case Contact.Lost it -> lost(it);
            case Contact.Regained it -> regained(it.welcomed());
            case Contact.Ended it -> stage.alert("the connection is over: " + it.why());
        }
    }

    private void lost(Contact.Lost lost) {
        if (stage.isConnected()) {
            stage.alert("the connection is lost: " + lost.why()
                    + "; chatc tries to get it back, and keeps what you type until then");
        }
        stage.setTrouble("no connection, tries again in " + Math.max(1, lost.pause().toSeconds()) + " s");
    }

    private void regained(Event.Welcomed welcomed) {
        stage.setTrouble("");
        stage.quiet("connected again as " + welcomed.nick());
        welcomed.rooms().forEach(stage.whereabouts()::take);
        stage.whereabouts().seats().forEach(deeds::lookAgain);
    }

    /** Says what there is to say at the end. */
    void over(Talk.End end) {
        if (end != Talk.End.LOST) {
            stage.note("goodbye");
        }
    }

    /** Something was not done that should have been, and nobody but us is to blame. */
    void defect(RuntimeException cause) {
        stage.alert("chatc has a defect and goes on without what failed: " + cause);
    }
}
