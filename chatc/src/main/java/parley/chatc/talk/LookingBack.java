package parley.chatc.talk;

import java.util.List;
import java.util.function.IntFunction;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.Event.Refused;

/** Shows what was said before, in one piece, whatever is said meanwhile. */
record LookingBack(Stage stage, Questions questions) {

    /** How many messages a search shows at the most. */
    private static final int SEARCHED = 50;

    void history(int count) {
        questions.inRoom(seat -> show(seat, new Command.Recall(seat.room(), null, null, count),
                found -> "— the last " + found + " messages in " + seat.room() + " —"));
    }

    void search(String words) {
        questions.inRoom(seat -> show(seat, new Command.Search(seat.room(), words, SEARCHED),
                found -> "— " + (found == SEARCHED ? "the last " : "") + found + " messages in " + seat.room()
                        + " that have: " + words + " —"));
    }

    private void show(Seat seat, Command question, IntFunction<String> heading) {
        seat.lookBack();
        questions.asking().ask(question, answer -> {
            List<Event.Said> messages = seat.lookedBack();
            if (answer instanceof Refused refused) {
                stage.alert(refused.text());
            } else {
                stage.note(heading.apply(messages.size()));
                stage.found(messages);
                stage.note("— end —");
            }
        });
    }
}
