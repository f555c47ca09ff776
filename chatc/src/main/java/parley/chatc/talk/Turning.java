package parley.chatc.talk;

import java.util.ArrayList;
import java.util.List;

/** Turns from one room to another in which there is a seat. */
record Turning(Stage stage) {

    /** Turns to a room of that number or name. */
    void to(String numberOrName) {
        stage.whereabouts().find(numberOrName).ifPresentOrElse(stage::turnTo,
                () -> stage.alert("you are in no room " + numberOrName + "; /join ROOM comes into another"));
    }

    /** Turns so many rooms further, round and round. */
    void by(int step) {
        stage.whereabouts().beside(step).ifPresent(stage::turnTo);
    }

    /** Turns to a room where something happened. */
    void toNews() {
        stage.whereabouts().news().ifPresentOrElse(stage::turnTo, () -> stage.note("nothing new in any room"));
    }

    /** Shows which rooms there are to turn to. */
    void list() {
        int number = 1;
        List<String> lines = new ArrayList<>();
        for (Seat seat : stage.whereabouts().seats()) {
            lines.add(number++ + ":" + seat.room() + (seat.unread() == 0 ? "" : ", " + seat.unread() + " unread"));
        }
        stage.answer(lines.isEmpty() ? List.of("you are in no room; /join one") : lines);
    }
}
